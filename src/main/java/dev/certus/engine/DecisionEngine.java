package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.fact.Facts;
import dev.certus.record.CandidateRecord;
import dev.certus.rules.RuleBook;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Decides records by a rule book. Thread-safe: as many threads as like may call it at once, and
 * each works on rules and sessions of its own.
 *
 * <pre>{@code
 * RuleBook book = RuleBook.load(Path.of("rules/aws"));
 * try (DecisionEngine engine = new DecisionEngine(book)) {
 *   Decisions decisions = engine.decide(record, Instant.parse("2026-11-23T08:00:00Z"));
 * }
 * }</pre>
 */
public final class DecisionEngine implements AutoCloseable {

  private final RuleBook book;
  private final Queue<Lane> idle = new ConcurrentLinkedQueue<>();

  /** An engine for a rule book. */
  public DecisionEngine(RuleBook book) {
    this.book = book;
  }

  /**
   * Decides one record. The answer depends on the rule book, the record and {@code asOf} alone.
   *
   * @throws DecisionException where a rule throws, rules fire without end, or two rules contradict
   *     each other; other records are not affected
   */
  public Decisions decide(CandidateRecord record, Instant asOf) {
    return decide(record, asOf, null);
  }

  /**
   * Decides one record and tells how the decisions came about: slower than {@link #decide}, with
   * the same answer.
   *
   * @throws DecisionException as {@link #decide} does
   */
  public Trace trace(CandidateRecord record, Instant asOf) {
    Tracer tracer = new Tracer();
    return tracer.trace(decide(record, asOf, tracer));
  }

  private Decisions decide(CandidateRecord record, Instant asOf, Tracer tracer) {
    List<Object> facts = Facts.of(record, asOf, book.pack().catalogue());
    Lane lane = idle.poll();
    if (lane == null) {
      lane = new Lane(book);
    }
    List<Decision> decisions;
    try {
      decisions = lane.decide(facts, tracer);
    } catch (RuntimeException e) {
      lane.close(); // its session may be in any state
      throw e;
    }
    idle.add(lane);
    return new Decisions(record.candidateId(), asOf, decisions);
  }

  /** Lets go of all sessions. */
  @Override
  public void close() {
    for (Lane lane = idle.poll(); lane != null; lane = idle.poll()) {
      lane.close();
    }
  }
}
