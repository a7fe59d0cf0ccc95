package dev.certus.mutation;

import dev.certus.decision.Decision;
import dev.certus.engine.DecisionException;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import dev.certus.population.Population;
import dev.certus.population.Variants;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Searches for records on which a pack and a mutant of it decide differently. It tries, in this
 * order:
 *
 * <ol>
 *   <li>the scenarios, those with the fewest facts first;
 *   <li>their records just before, at and just after each moment that a term leads to or a decision
 *       begins or ends at;
 *   <li>their records with one field changed;
 *   <li>the records of a random population, with their moments like the second.
 * </ol>
 *
 * <p>Of each of these it tries {@value #TRIES} at most. So a search ends, and finds the same on
 * every machine. The first record found is made smaller for as long as the two still differ.
 */
public final class Search {

  /** How many records each of the four ways tries at most. */
  static final int TRIES = 20_000;

  private static final int POPULATION = 3_000;
  private static final int LEARNED = 300;

  private final RuleBook book;
  private final List<Scenario> scenarios;
  private final Variants variants = new Variants();

  /** A search that begins with the pack's scenarios; there is at least one. */
  public Search(RuleBook book, List<Scenario> scenarios) {
    this.book = book;
    this.scenarios =
        scenarios.stream().sorted(Comparator.comparing(s -> size(s.record()))).toList();
    scenarios.forEach(scenario -> variants.learn(scenario.record()));
    population().limit(LEARNED).forEach(trial -> variants.learn(trial.record));
  }

  /**
   * Searches for a counterexample against each mutant.
   *
   * @param threads how many are searched for at once
   * @param found takes each mutant with its counterexample, if there is one, in the order of the
   *     mutants and as soon as possible, by the calling thread
   */
  public void against(
      List<Mutant> mutants, int threads, BiConsumer<Mutant, Optional<Counterexample>> found) {
    InParallel.each(mutants, threads, this::against, found);
  }

  private Optional<Counterexample> against(Mutant mutant) {
    try (SessionEngine engine = new SessionEngine(book);
        SessionEngine mutated = new SessionEngine(book.changed(mutant.files()))) {
      Pair pair = new Pair(engine, mutated);
      return Stream.of(
              written(), written().flatMap(pair::edges), near(), population().flatMap(pair::edges))
          .flatMap(trials -> trials.limit(TRIES))
          .filter(pair::differ)
          .findFirst()
          .map(pair::shrink)
          .map(pair::counterexample);
    }
  }

  private Stream<Trial> written() {
    return scenarios.stream().map(scenario -> new Trial(scenario.record(), scenario.asOf()));
  }

  private Stream<Trial> near() {
    return written().flatMap(trial -> variants.near(trial.record).map(trial::of));
  }

  private Stream<Trial> population() {
    Instant asOf = scenarios.get(0).asOf();
    Population population = new Population(book.pack(), 1, asOf);
    return LongStream.rangeClosed(1, POPULATION)
        .mapToObj(number -> new Trial(population.candidate(number), asOf));
  }

  private static int size(CandidateRecord record) {
    return record.lists().stream().mapToInt(List::size).sum();
  }

  /** A record and an instant to decide it for. */
  private record Trial(CandidateRecord record, Instant asOf) {

    Trial of(CandidateRecord other) {
      return new Trial(other, asOf);
    }
  }

  /** A pack and its mutant. */
  private record Pair(SessionEngine engine, SessionEngine mutated) {

    boolean differ(Trial trial) {
      List<Decision> right = decide(engine, trial);
      return right != null && !right.equals(decide(mutated, trial));
    }

    /** The same record around each moment that a term leads to or a decision begins or ends at. */
    Stream<Trial> edges(Trial trial) {
      return Stream.of(engine, mutated)
          .flatMap(one -> moments(one, trial))
          .map(Moment::instant)
          .flatMap(i -> Stream.of(i.minusSeconds(1), i, i.plusSeconds(1)))
          .distinct()
          .map(instant -> new Trial(trial.record, instant));
    }

    private static Stream<Moment> moments(SessionEngine engine, Trial trial) {
      Trace trace;
      try {
        trace = engine.trace(trial.record, trial.asOf);
      } catch (DecisionException e) {
        return Stream.of();
      }
      Stream<Moment> intervals =
          trace.decisions().decisions().stream()
              .flatMap(d -> Stream.of(d.from(), d.until(), d.through()).filter(m -> m != null));
      Stream<Moment> terms = trace.uses().stream().flatMap(use -> moments(use.result()));
      return Stream.concat(intervals, terms);
    }

    private static Stream<Moment> moments(Object result) {
      if (result instanceof Day day) {
        return Stream.of(day.start(), day.end());
      }
      return result instanceof Moment moment ? Stream.of(moment) : Stream.of();
    }

    Trial shrink(Trial trial) {
      return Variants.smaller(trial.record)
          .map(trial::of)
          .filter(this::differ)
          .findFirst()
          .map(this::shrink)
          .orElse(trial);
    }

    Counterexample counterexample(Trial trial) {
      List<Decision> wrong = decide(mutated, trial);
      return new Counterexample(
          trial.record, trial.asOf, decide(engine, trial), wrong == null ? List.of() : wrong);
    }

    /** The decisions, or null where a rule fails. */
    private static List<Decision> decide(SessionEngine engine, Trial trial) {
      try {
        return engine.decide(trial.record, trial.asOf).decisions();
      } catch (DecisionException e) {
        return null;
      }
    }
  }
}
