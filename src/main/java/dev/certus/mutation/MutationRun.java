package dev.certus.mutation;

import dev.certus.engine.DecisionException;
import dev.certus.engine.Engine;
import dev.certus.engine.SessionEngine;
import dev.certus.mutation.MutationResult.Fate;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs a pack's scenarios against its mutants. */
public final class MutationRun {

  /** How many mutants are compiled together. */
  private static final int BATCH = 16;

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
   * @param threads how many batches of mutants are tried at once
   * @param progress takes each result as it comes, by any thread
   * @return the results in the order of the mutants
   */
  public List<MutationResult> run(
      List<Mutant> mutants, int threads, Consumer<MutationResult> progress) {
    List<MutationResult> results = new ArrayList<>();
    InParallel.each(
        batches(mutants),
        threads,
        batch -> run(batch, progress),
        (batch, found) -> results.addAll(found));
    return results;
  }

  private static List<List<Mutant>> batches(List<Mutant> mutants) {
    List<List<Mutant>> batches = new ArrayList<>();
    for (int from = 0; from < mutants.size(); from += BATCH) {
      batches.add(mutants.subList(from, Math.min(from + BATCH, mutants.size())));
    }
    return batches;
  }

  private List<MutationResult> run(List<Mutant> batch, Consumer<MutationResult> progress) {
    List<Supplier<RuleBook>> mutated = book.variants(batch.stream().map(Mutant::files).toList());
    List<MutationResult> results = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      MutationResult result = run(batch.get(i), mutated.get(i));
      progress.accept(result);
      results.add(result);
    }
    return results;
  }

  private MutationResult run(Mutant mutant, Supplier<RuleBook> compiled) {
    RuleBook mutated;
    try {
      mutated = compiled.get();
    } catch (PackException e) {
      return new MutationResult(mutant, Fate.INVALID, e.getMessage());
    }
    try (SessionEngine engine = new SessionEngine(mutated)) {
      for (Scenario scenario : likeliestFirst(mutant)) {
        if (notices(engine, scenario)) {
          return new MutationResult(mutant, Fate.KILLED, scenario.name());
        }
      }
    }
    return new MutationResult(mutant, Fate.SURVIVED, null);
  }

  /** The scenarios, first those of the topic that the mutant's file is named after. */
  private List<Scenario> likeliestFirst(Mutant mutant) {
    String topic = topic(mutant.at());
    return scenarios.stream()
        .sorted(Comparator.comparing(scenario -> !topic(scenario.at()).equals(topic)))
        .toList();
  }

  private static String topic(Location at) {
    String file = at.file().substring(at.file().lastIndexOf('/') + 1);
    return file.substring(0, Math.max(0, file.lastIndexOf('.')));
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
