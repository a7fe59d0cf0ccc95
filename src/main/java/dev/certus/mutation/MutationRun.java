package dev.certus.mutation;

import dev.certus.engine.DecisionException;
import dev.certus.engine.Engine;
import dev.certus.engine.SessionEngine;
import dev.certus.mutation.MutationResult.Fate;
import dev.certus.problem.PackException;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import java.util.List;
import java.util.function.Consumer;

/** Runs a pack's scenarios against its mutants. */
public final class MutationRun {

  private final RuleBook book;
  private final List<Scenario> scenarios;

  /** A run of scenarios on mutants of a pack. */
  public MutationRun(RuleBook book, List<Scenario> scenarios) {
    this.book = book;
    this.scenarios = scenarios;
  }

  /** The names of the scenarios that fail on the pack as it is; there must be none. */
  public List<String> failing() {
    try (SessionEngine engine = new SessionEngine(book)) {
      return scenarios.stream()
          .filter(scenario -> notices(engine, scenario))
          .map(Scenario::name)
          .toList();
    }
  }

  /**
   * What becomes of each mutant, in their order.
   *
   * @param threads how many are run at once
   * @param progress is told of each result as it comes, by any thread
   */
  public List<MutationResult> run(
      List<Mutant> mutants, int threads, Consumer<MutationResult> progress) {
    return InParallel.map(
        mutants,
        threads,
        mutant -> {
          MutationResult result = run(mutant);
          progress.accept(result);
          return result;
        });
  }

  private MutationResult run(Mutant mutant) {
    RuleBook mutated;
    try {
      mutated = book.changed(mutant.files());
    } catch (PackException e) {
      return new MutationResult(mutant, Fate.INVALID, e.getMessage());
    }
    try (SessionEngine engine = new SessionEngine(mutated)) {
      for (Scenario scenario : scenarios) {
        if (notices(engine, scenario)) {
          return new MutationResult(mutant, Fate.KILLED, scenario.name());
        }
      }
    }
    return new MutationResult(mutant, Fate.SURVIVED, null);
  }

  private static boolean notices(Engine engine, Scenario scenario) {
    try {
      return !scenario
          .check(engine.decide(scenario.record(), scenario.asOf()).decisions())
          .isEmpty();
    } catch (DecisionException e) {
      return true;
    }
  }
}
