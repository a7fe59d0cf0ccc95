package dev.certus.scenario;

import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.pack.Unit;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What scenarios reach of a pack, and what they do not.
 *
 * @param kinds by what there is (rules, clauses, readings, decisions, boundaries), how much of it
 *     is reached
 */
public record Coverage(Map<String, Reach> kinds) {

  /**
   * How much of something is reached.
   *
   * @param all how much there is
   * @param missed what is not reached
   */
  public record Reach(int all, List<String> missed) {

    /** Per cent, rounded down; 100 where there is nothing. */
    public int percent() {
      return all == 0 ? 100 : (all - missed.size()) * 100 / all;
    }
  }

  /** What the results of scenarios reach of the pack that they ran on. */
  public static Coverage of(RuleBook book, List<ScenarioResult> results) {
    Pack pack = book.pack();
    Set<String> fired = new TreeSet<>();
    Set<String> clauses = new TreeSet<>();
    Set<String> readings = new TreeSet<>();
    Set<String> codes = new TreeSet<>();
    Boundaries boundaries = new Boundaries();
    for (ScenarioResult result : results) {
      if (result.trace() != null) {
        result
            .trace()
            .firings()
            .forEach(
                firing -> {
                  fired.add(firing.rule().name());
                  if (firing.rule().clause() != null) {
                    clauses.add(firing.rule().clause());
                  }
                });
        result
            .trace()
            .decisions()
            .decisions()
            .forEach(
                decision -> {
                  readings.addAll(decision.readings());
                  codes.add(decision.code());
                });
        boundaries.add(result);
      }
    }
    Map<String, Reach> kinds = new LinkedHashMap<>();
    kinds.put("rules", reach(book.rules().values().stream().map(RuleInfo::name).toList(), fired));
    kinds.put("clauses", reach(pack.clauses().keySet(), clauses));
    kinds.put("readings", reach(pack.readings().keySet(), readings));
    kinds.put("decisions", reach(pack.decisions().keySet(), codes));
    kinds.put("boundaries", boundaries(pack, boundaries));
    return new Coverage(kinds);
  }

  private static Reach reach(Collection<String> all, Set<String> reached) {
    return new Reach(
        all.size(), all.stream().filter(one -> !reached.contains(one)).sorted().toList());
  }

  private static Reach boundaries(Pack pack, Boundaries boundaries) {
    List<String> missed = new ArrayList<>();
    int all = 0;
    for (Term term : pack.terms().all()) {
      if (term.unit() != Unit.MONEY) { // an amount is no boundary
        for (Boundaries.Side side : Boundaries.Side.values()) {
          all++;
          if (!boundaries.reached(term.name(), side)) {
            missed.add("%s: no scenario stands %s".formatted(term.name(), side));
          }
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
