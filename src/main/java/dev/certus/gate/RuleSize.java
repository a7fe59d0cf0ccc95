package dev.certus.gate;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.Element;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How large a rule may be. Drools writes it out for each way through its {@code or}s, twice as many
 * with each, and calls itself once for each condition of a fact.
 */
final class RuleSize {

  private static final int MOST = 100;
  private static final int MOST_ORS = 8;

  private static final Pattern OR = Pattern.compile("\\bor\\b|\\|\\|");

  private RuleSize() {}

  static void check(RuleSource rule, Refusals refusals) {
    for (PatternSource pattern : rule.patterns()) {
      if (pattern.conditions().size() > MOST) {
        refusals.add(
            "rule-size",
            pattern.typeAt(),
            "a fact has more than %d conditions".formatted(MOST),
            "derive a fact from some of them in an earlier phase, and ask for that");
      }
    }
    if (rule.patterns().size() > MOST) {
      refusals.add(
          "rule-size",
          rule.nameAt(),
          "a rule asks for more than %d facts".formatted(MOST),
          "derive a fact from some of them in an earlier phase, and ask for that");
    }
    if (rule.elements().stream().mapToLong(RuleSize::ors).sum() > MOST_ORS) {
      refusals.add(
          "rule-size",
          rule.nameAt(),
          "a rule has more than %d times `or` between facts".formatted(MOST_ORS),
          "write several rules that derive the same fact, and ask for that");
    }
  }

  /** How often {@code or} stands between the patterns of an element. */
  private static long ors(Element element) {
    Stream<ConditionSource> conditions =
        element.patterns().stream().flatMap(pattern -> pattern.conditions().stream());
    long within = conditions.mapToLong(condition -> ors(condition.code().span().text())).sum();
    return ors(element.whole().text()) - within;
  }

  private static long ors(String text) {
    return OR.matcher(text).results().count();
  }
}
