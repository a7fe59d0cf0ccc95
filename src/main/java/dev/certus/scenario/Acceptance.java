package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionFields;
import dev.certus.scenario.Mismatch.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Has scenarios say what is decided. Only what a scenario says of decisions changes, and of that
 * only what is not so; all else in the file stays as it is written.
 */
public final class Acceptance {

  /** What tells decisions of one code and subject apart. */
  private static final List<String> TELLING = List.of("code", "subject", "clause");

  private final List<String> lines;
  private final List<Change> changes = new ArrayList<>();

  /**
   * The change of a scenario.
   *
   * @param scenario the scenario as it was
   * @param before the lines that are gone
   * @param after the lines that stand in their place
   */
  public record Change(Scenario scenario, List<String> before, List<String> after) {}

  /** An acceptance of changes to the scenarios of a file. */
  public Acceptance(String text) {
    this.lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }

  /**
   * Has scenarios of the file say what was decided.
   *
   * @param results how scenarios of this file went; those that passed, and those whose rules
   *     failed, stay as they are
   */
  public void accept(Collection<ScenarioResult> results) {
    results.stream()
        .filter(result -> !result.mismatches().isEmpty())
        .sorted(Comparator.comparing((ScenarioResult r) -> r.scenario().at().line()).reversed())
        .forEach(this::accept); // from the last one up, so that places stay right
  }

  /** What was changed, in the order of the file. */
  public List<Change> changes() {
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
    changes.add(0, new Change(scenario, removed(before, lines), removed(lines, before)));
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
    Map<Expectation, Mismatch> unwanted = of(result, Kind.UNWANTED);
    return result.scenario().absent().stream()
        .filter(expectation -> !unwanted.containsKey(expectation))
        .flatMap(expectation -> ItemText.of(lines, expectation).as(expectation.fields()).stream())
        .toList();
  }

  private List<String> expected(ScenarioResult result) {
    Map<Expectation, Mismatch> missing = of(result, Kind.MISSING);
    Map<Expectation, Mismatch> repeated = of(result, Kind.REPEATED);
    List<Decision> given = result.trace().decisions().decisions();
    List<String> items = new ArrayList<>();
    for (Expectation expectation : result.scenario().expected()) {
      ItemText item = ItemText.of(lines, expectation);
      if (repeated.containsKey(expectation)) {
        given.stream().filter(expectation::matches).map(Acceptance::telling).forEach(items::addAll);
      } else if (!missing.containsKey(expectation)) {
        items.addAll(item.as(expectation.fields()));
      } else {
        Decision instead = instead(expectation, result.scenario(), given);
        if (instead != null) {
          items.addAll(item.as(met(expectation, instead)));
        }
      }
    }
    result.mismatches().stream()
        .filter(m -> m.kind() == Kind.UNWANTED || m.kind() == Kind.UNEXPECTED)
        .map(Mismatch::given)
        .distinct()
        .map(Acceptance::telling)
        .forEach(items::addAll);
    return items;
  }

  /**
   * The decision that was given instead of an expected one: the nearest that nothing else in the
   * scenario expects, unless both its code and its clause are others. Null where there is none.
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

  private static Map<Expectation, Mismatch> of(ScenarioResult result, Kind kind) {
    return result.mismatches().stream()
        .filter(mismatch -> mismatch.kind() == kind)
        .collect(Collectors.toMap(Mismatch::expected, m -> m, (one, other) -> one));
  }

  /** The fields of an expectation, with a decision's values where it does not meet them. */
  private static Map<String, Object> met(Expectation expectation, Decision decision) {
    Map<String, Object> given = DecisionFields.of(decision);
    Map<String, Object> fields = new LinkedHashMap<>(expectation.fields());
    expectation.unmet(decision).keySet().forEach(name -> fields.put(name, given.get(name)));
    return fields;
  }

  private static List<String> telling(Decision decision) {
    return List.of("- " + ItemText.flow(ScenarioText.fields(decision, TELLING)));
  }

  /** Puts a list into a scenario in the place of the one that it has. */
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

  /** The next line that says something and meets a condition; else the end of the file. */
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
