package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.engine.Trace.Firing;
import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of a pack its scenarios reach.
 *
 * @param kinds how much is reached of its rules, clauses, readings, decisions and boundaries, by
 *     these words
 */
public record Coverage(Map<String, Reach> kinds) {

  /**
   * How much of one kind is reached.
   *
   * @param all how many there are
   * @param missed those that are not reached, in words
   */
  public record Reach(int all, List<String> missed) {

    /** Per cent, rounded down; 100 where there are none. */
    public int percent() {
      return all == 0 ? 100 : (all - missed.size()) * 100 / all;
    }
  }

  /**
   * How much the results of scenarios reach of the pack that they ran on. For terms that are
   * numbers, it decides scenarios again.
   */
  public static Coverage of(RuleBook book, List<ScenarioResult> results) {
    Pack pack = book.pack();
    List<ScenarioResult> decided = results.stream().filter(r -> r.trace() != null).toList();
    List<RuleInfo> fired =
        decided.stream().flatMap(r -> r.trace().firings().stream()).map(Firing::rule).toList();
    List<Decision> given =
        decided.stream().flatMap(r -> r.trace().decisions().decisions().stream()).toList();
    Map<String, Reach> kinds = new LinkedHashMap<>();
    kinds.put("rules", reach(names(book.rules().values()), names(fired)));
    kinds.put("clauses", reach(pack.clauses().keySet(), set(fired.stream().map(RuleInfo::clause))));
    kinds.put(
        "readings",
        reach(pack.readings().keySet(), set(given.stream().flatMap(d -> d.readings().stream()))));
    kinds.put(
        "decisions", reach(pack.decisions().keySet(), set(given.stream().map(Decision::code))));
    kinds.put("boundaries", boundaries(book, decided));
    return new Coverage(kinds);
  }

  private static Set<String> names(Collection<RuleInfo> rules) {
    return set(rules.stream().map(RuleInfo::name));
  }

  private static Set<String> set(Stream<String> texts) {
    return texts.filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static Reach reach(Collection<String> all, Set<String> reached) {
    return new Reach(
        all.size(), all.stream().filter(one -> !reached.contains(one)).sorted().toList());
  }

  private static Reach boundaries(RuleBook book, List<ScenarioResult> results) {
    TimeBoundaries times = new TimeBoundaries(results);
    NumberBoundaries numbers = new NumberBoundaries(book, results);
    List<String> missed = new ArrayList<>();
    int all = 0;
    for (Term term : book.pack().terms().all()) {
      switch (term.unit()) {
        case MONEY -> {} // nothing is compared with an amount
        case COUNT, SCORE -> {
          all += numbers.of(term).size();
          missed.addAll(numbers.missed(term));
        }
        default -> {
          all += TimeBoundaries.Side.values().length;
          missed.addAll(times.missed(term));
        }
      }
    }
    return new Reach(all, missed);
  }

  /** The least of all percentages. */
  public int percent() {
    return kinds.values().stream().mapToInt(Reach::percent).min().orElse(100);
  }
}
