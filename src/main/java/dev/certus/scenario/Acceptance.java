package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionFields;
import dev.certus.scenario.Mismatch.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rewrites scenarios so that they expect the decisions that were given. Only expectations that were
 * not met change; the rest of the file stays as it is written.
 */
public final class Acceptance {

  /** The fields that a new expectation has. */
  private static final List<String> TELLING = List.of("code", "subject", "clause");

  private final List<String> lines;
  private final List<Edit> changes = new ArrayList<>();

  /**
   * An edit of one scenario.
   *
   * @param scenario the scenario before the edit
   * @param before the lines that were removed
   * @param after the lines that were inserted in their place
   */
  public record Edit(Scenario scenario, List<String> before, List<String> after) {}

  /**
   * The scenarios of a file.
   *
   * @param text the text of the file
   */
  public Acceptance(String text) {
    this.lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }

  /**
   * Makes scenarios of the file expect the decisions that were given.
   *
   * @param results results of scenarios of this file; those that passed, and those whose rules
   *     failed, stay as they are
   */
  public void accept(Collection<ScenarioResult> results) {
    results.stream()
        .filter(result -> !result.mismatches().isEmpty())
        .sorted(Comparator.comparing((ScenarioResult r) -> r.scenario().at().line()).reversed())
        .forEach(this::accept); // from the last one up, so that places stay right
  }

  /** The edits, in the order of the file. */
  public List<Edit> changes() {
    return changes;
  }

  /** The file's text now. */
  public String text() {
    return String.join("\n", lines);
  }

  private void accept(ScenarioResult result) {
    Scenario scenario = result.scenario();
    List<String> before = List.copyOf(lines);
    List<String> absent = absent(result);
    List<String> expected = expected(result);
    replace(scenario, "absent", absent);
    replace(scenario, "expect", expected);
    changes.add(0, new Edit(scenario, removed(before, lines), removed(lines, before)));
  }

  private static List<String> removed(List<String> from, List<String> by) {
    int start = 0;
    int end = 0;
    int shorter = Math.min(from.size(), by.size());
    while (start < shorter && from.get(start).equals(by.get(start))) {
      start++;
    }
    while (end < shorter - start
        && from.get(from.size() - 1 - end).equals(by.get(by.size() - 1 - end))) {
      end++;
    }
    return List.copyOf(from.subList(start, from.size() - end));
  }

  private List<String> absent(ScenarioResult result) {
    Map<Expectation, Mismatch> unwanted = of(result, Cause.UNWANTED);
    return result.scenario().absent().stream()
        .filter(expectation -> !unwanted.containsKey(expectation))
        .flatMap(expectation -> ItemText.of(lines, expectation).as(expectation.fields()).stream())
        .toList();
  }

  private List<String> expected(ScenarioResult result) {
    Map<Expectation, Mismatch> missing = of(result, Cause.MISSING);
    Map<Expectation, Mismatch> repeated = of(result, Cause.REPEATED);
    List<Decision> given = result.trace().decisions().decisions();
    List<String> items = new ArrayList<>();
    Set<Decision> taken = new HashSet<>();
    for (Expectation expectation : result.scenario().expected()) {
      ItemText item = ItemText.of(lines, expectation);
      if (repeated.containsKey(expectation)) {
        given.stream()
            .filter(expectation::matches)
            .map(Acceptance::significant)
            .forEach(items::addAll);
      } else if (!missing.containsKey(expectation)) {
        items.addAll(item.as(expectation.fields()));
      } else {
        Decision instead = instead(expectation, result.scenario(), given);
        if (instead != null) {
          items.addAll(item.as(met(expectation, instead)));
          taken.add(instead);
        }
      }
    }
    given.stream()
        .filter(decision -> !taken.contains(decision))
        .filter(decision -> isNew(decision, result))
        .map(Acceptance::significant)
        .forEach(items::addAll);
    return items;
  }

  /** Whether a decision was not wanted, or nothing expects it where nothing else may be given. */
  private static boolean isNew(Decision decision, ScenarioResult result) {
    Scenario scenario = result.scenario();
    boolean unwanted =
        result.mismatches().stream()
            .anyMatch(m -> m.cause() == Cause.UNWANTED && decision.equals(m.given()));
    return unwanted
        || (scenario.only()
            && scenario.expected().stream().noneMatch(expected -> expected.matches(decision)));
  }

  /**
   * The decision that was given instead of an expected one: the nearest that nothing else in the
   * scenario expects, unless both its code and its clause differ. Null where there is none.
   */
  private static Decision instead(
      Expectation expectation, Scenario scenario, List<Decision> given) {
    List<Decision> free =
        given.stream()
            .filter(decision -> scenario.expected().stream().noneMatch(e -> e.matches(decision)))
            .toList();
    Decision nearest = expectation.nearest(free);
    boolean other =
        nearest != null
            && expectation.unmet(nearest).keySet().containsAll(List.of("code", "clause"));
    return other ? null : nearest;
  }

  private static Map<Expectation, Mismatch> of(ScenarioResult result, Cause cause) {
    return result.mismatches().stream()
        .filter(mismatch -> mismatch.cause() == cause)
        .collect(Collectors.toMap(Mismatch::expected, m -> m, (one, other) -> one));
  }

  /** The fields of an expectation, with a decision's values where it does not meet them. */
  private static Map<String, Object> met(Expectation expectation, Decision decision) {
    Map<String, Object> given = DecisionFields.of(decision);
    Map<String, Object> fields = new LinkedHashMap<>(expectation.fields());
    expectation.unmet(decision).keySet().forEach(name -> fields.put(name, given.get(name)));
    return fields;
  }

  private static List<String> significant(Decision decision) {
    return List.of("- " + ItemText.flow(ScenarioText.fields(decision, TELLING)));
  }

  /** Replaces a list of a scenario. */
  private void replace(Scenario scenario, String key, List<String> items) {
    String indent = " ".repeat(scenario.at().column() - 1);
    int first = scenario.at().line();
    int end = next(first, line -> !line.startsWith(indent));
    int from = next(first, line -> line.startsWith(indent + key + ":"));
    from = from < end ? from : withoutLoose(first, end);
    int to = Math.min(end, next(from + 1, line -> line.matches(indent + "\\w.*")));
    List<String> section = new ArrayList<>();
    if (!items.isEmpty()) {
      section.add(indent + key + ":");
      items.forEach(item -> section.add(indent + "  " + item));
    }
    List<String> place = lines.subList(from, withoutLoose(from, to));
    if (!place.equals(section)) {
      place.clear();
      lines.addAll(from, section);
    }
  }

  /** The next line, not blank and no comment, that meets a condition; else the end of the file. */
  private int next(int from, Predicate<String> condition) {
    int at = from;
    while (at < lines.size() && (isLoose(lines.get(at)) || !condition.test(lines.get(at)))) {
      at++;
    }
    return at;
  }

  /** The end of a range without the blank lines and comments that it ends with. */
  private int withoutLoose(int from, int to) {
    int end = Math.max(from, to);
    while (end > from && isLoose(lines.get(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isLoose(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }
}
