package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.fact.Facts;
import dev.certus.pack.Catalogue;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.Present;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Decides records, each by a worker that is idle. Thread-safe.
 *
 * @param <W> the kind of workers
 */
final class Workers<W extends Worker> {

  private final Catalogue catalogue;
  private final RecordShape shape;
  private final Facts maker;
  private final Limits limits;
  private final Supplier<W> make;
  private final Queue<W> idle = new ConcurrentLinkedQueue<>();

  /** Workers, each made when one more is needed. */
  Workers(RuleBook book, Limits limits, Supplier<W> make) {
    this.catalogue = book.pack().catalogue();
    this.shape = book.types().shape();
    this.maker = new Facts(book.types(), catalogue);
    this.limits = limits;
    this.make = make;
  }

  /**
   * The answer to a record.
   *
   * @param ahead whether to find when it changes next
   * @param how what the worker does with the facts
   */
  Answer answer(
      CandidateRecord record,
      Instant asOf,
      boolean ahead,
      BiFunction<W, List<Object>, List<Decision>> how) {
    try {
      return new Answer.Decided(ahead ? decideAhead(record, asOf, how) : decide(record, asOf, how));
    } catch (DecisionException e) {
      return new Answer.Undecided(e);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Answer.Undecided(
          new DecisionException(null, List.of(), "the rules cannot decide it: " + e, e));
    }
  }

  /** Decides one record, and finds when its decisions change. */
  private Decisions decideAhead(
      CandidateRecord record, Instant asOf, BiFunction<W, List<Object>, List<Decision>> how) {
    NextChange.State now = state(record, asOf, how);
    NextChange.State next = changes(record).after(now);
    return decisions(record, now, next);
  }

  /**
   * Decides one record as of an instant, and as of each later one at which its decisions change.
   *
   * @param most as of how many instants at most
   * @throws DecisionException where it cannot be decided as of one of them
   */
  List<Decisions> decideThroughout(
      CandidateRecord record,
      Instant asOf,
      int most,
      BiFunction<W, List<Object>, List<Decision>> how) {
    NextChange changes = changes(record);
    List<Decisions> all = new ArrayList<>();
    for (NextChange.State now = state(record, asOf, how); now != null && all.size() < most; ) {
      NextChange.State next = changes.after(now);
      all.add(decisions(record, now, next));
      now =
          next == null || next.decisions() != null
              ? next
              : state(record, next.present().instant(), how); // which says why there are none
    }
    return all;
  }

  private NextChange.State state(
      CandidateRecord record, Instant at, BiFunction<W, List<Object>, List<Decision>> how) {
    Present present = new Present(at);
    return new NextChange.State(present, decide(record, present, how));
  }

  private NextChange changes(CandidateRecord record) {
    return new NextChange(
        then -> decide(record, then, Worker::decideUncounted),
        decisions -> Moments.of(record, catalogue, decisions));
  }

  private static Decisions decisions(
      CandidateRecord record, NextChange.State now, NextChange.State next) {
    return new Decisions(
        record.candidateId(),
        now.present().instant(),
        next == null ? null : next.present().instant(),
        now.decisions());
  }

  /**
   * Decides one record.
   *
   * @param how what the worker does with the facts
   */
  Decisions decide(
      CandidateRecord record, Instant asOf, BiFunction<W, List<Object>, List<Decision>> how) {
    return new Decisions(record.candidateId(), asOf, null, decide(record, new Present(asOf), how));
  }

  private List<Decision> decide(
      CandidateRecord record, Present present, BiFunction<W, List<Object>, List<Decision>> how) {
    List<Object> facts = maker.of(record.as(shape), present);
    if (facts.size() > limits.facts()) {
      throw new TooManyFactsException(facts.size(), limits.facts());
    }
    W worker = idle.poll();
    if (worker == null) {
      worker = make.get();
    }
    List<Decision> decisions;
    try {
      decisions = how.apply(worker, facts);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      worker.close(); // it may be in any state, and hold all memory
      throw e;
    }
    idle.add(worker);
    return decisions;
  }

  /** Closes those that are idle. */
  void close() {
    for (W worker = idle.poll(); worker != null; worker = idle.poll()) {
      worker.close();
    }
  }
}
