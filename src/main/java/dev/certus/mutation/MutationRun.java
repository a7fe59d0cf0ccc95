package dev.certus.mutation;

import dev.certus.engine.DecisionException;
import dev.certus.engine.Engine;
import dev.certus.engine.SessionEngine;
import dev.certus.mutation.MutationResult.Fate;
import dev.certus.problem.PackException;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import java.util.ArrayList;
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

  /**
   * The names of the scenarios that fail on the pack as it is; a mutation run needs none to fail.
   */
  public List<String> failing() {
    try (SessionEngine engine = new SessionEngine(book)) {
      return scenarios.stream()
          .filter(scenario -> notices(engine, scenario))
          .map(Scenario::name)
          .toList();
    }
  }

  /**
   * Runs the scenarios on each mutant.
   *
   * @param threads how many mutants are tried at once
   * @param progress takes each result as it comes, by any thread
   * @return the results in the order of the mutants
   */
  public List<MutationResult> run(
      List<Mutant> mutants, int threads, Consumer<MutationResult> progress) {
    List<MutationResult> results = new ArrayList<>();
    InParallel.each(
        mutants,
        threads,
        mutant -> {
          MutationResult result = run(mutant);
          progress.accept(result);
          return result;
        },
        (mutant, result) -> results.add(result));
    return results;
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
