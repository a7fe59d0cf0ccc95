package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.fact.Facts;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
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

  /**
   * The facts that one candidate may have: rules that join them do work that grows with a power.
   */
  public static final int FACTS = 1_000;

  private final RuleBook book;
  private final int limit;
  private final Firings firings;
  private final Queue<Lane> idle = new ConcurrentLinkedQueue<>();

  /** An engine for a rule book, that takes {@value #FACTS} facts of a candidate at most. */
  public DecisionEngine(RuleBook book) {
    this(book, FACTS);
  }

  /**
   * An engine for a rule book.
   *
   * @param limit how many facts a candidate may have, 1 or more
   */
  public DecisionEngine(RuleBook book, int limit) {
    this.book = book;
    this.limit = limit;
    this.firings = new Firings(book.rules().values());
  }

  /**
   * Decides one record. The answer depends on the rule book, the record and {@code asOf} alone.
   *
   * @throws DecisionException where a rule throws, rules fire without end, two rules contradict
   *     each other, or there are too many facts; other records are not affected
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
    if (facts.size() > limit) {
      throw new TooManyFactsException(facts.size(), limit);
    }
    Lane lane = idle.poll();
    if (lane == null) {
      lane = new Lane(book, firings);
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

  /** How often each rule has fired so far, by its name. */
  public SortedMap<String, Long> firings() {
    return firings.byRule();
  }

  /** Lets go of all sessions. */
  @Override
  public void close() {
    for (Lane lane = idle.poll(); lane != null; lane = idle.poll()) {
      lane.close();
    }
  }
}
