package dev.certus.drl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From which day on a rule is in force, and until which: {@code @from} is the first day, {@code
 * @until} the first on which it is no longer, and {@code @on} names the variable whose day counts.
 * A rule ends, too, where the one begins that {@code @replaces} it.
 *
 * @param from the first day, or null for always
 * @param until the first day after, or null for ever
 * @param day where the rule binds the variable whose day counts; null where it does not
 */
public record RuleDates(LocalDate from, LocalDate until, ConditionSource day) {

  /** The names of the annotations that date a rule. */
  public static final List<String> ANNOTATIONS =
      List.of("from", "until", "on", "replaces", "known");

  /** The dates of those of a pack's rules that have some, by the rules' names. */
  static Map<String, RuleDates> of(List<RuleSource> rules) {
    Map<String, LocalDate> replaced = new HashMap<>();
    for (RuleSource rule : rules) {
      LocalDate from = date(rule, "from");
      if (from != null) {
        rule.ids("replaces").forEach(old -> replaced.putIfAbsent(old, from));
      }
    }
    Map<String, RuleDates> dates = new HashMap<>();
    for (RuleSource rule : rules) {
      LocalDate from = date(rule, "from");
      LocalDate until = date(rule, "until");
      until = until == null ? replaced.get(rule.name()) : until;
      if (from != null || until != null) {
        dates.put(rule.name(), new RuleDates(from, until, day(rule)));
      }
    }
    return dates;
  }

  /** The date that an annotation states; null where there is none. */
  public static LocalDate date(RuleSource rule, String annotation) {
    List<String> texts = rule.ids(annotation);
    try {
      return texts.size() == 1 ? LocalDate.parse(texts.get(0)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Where a rule binds the variable that its {@code @on} names. */
  private static ConditionSource day(RuleSource rule) {
    String variable = rule.ids("on").stream().findFirst().orElse(null);
    return rule.elements().stream()
        .filter(element -> element.kind() == Element.Kind.PATTERN && element.patterns().size() == 1)
        .flatMap(element -> element.pattern().conditions().stream())
        .filter(condition -> condition.binding() != null && condition.binding().equals(variable))
        .findFirst()
        .orElse(null);
  }

  /** Whether it is in force on a day. */
  public boolean holdOn(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (until == null || date.isBefore(until));
  }
}
