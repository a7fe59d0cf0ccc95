package dev.certus.engine;

import dev.certus.decision.Decisions;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Decides each record in a session of Drools. Each thread that calls it works on rules and sessions
 * of its own.
 */
public final class SessionEngine extends RecordEngine {

  private final Workers<SessionWorker> workers;
  private final Firings firings;

  /** An engine for a rule book with the limits by default. */
  public SessionEngine(RuleBook book) {
    this(book, Limits.DEFAULT);
  }

  /** An engine for a rule book, with limits. */
  public SessionEngine(RuleBook book, Limits limits) {
    this(book, limits, () -> new SessionPool(book));
  }

  /**
   * An engine for a rule book, on sessions of your own.
   *
   * @param sessions makes the source of one thread's sessions; they run the book's rules
   */
  public SessionEngine(RuleBook book, Limits limits, Supplier<SessionSource> sessions) {
    Firings counts = new Firings(book.rules().values());
    this.firings = counts;
    this.workers =
        new Workers<>(
            book, limits, () -> new SessionWorker(book, sessions.get(), counts, limits.seconds()));
  }

  @Override
  public List<Decisions> decideThroughout(CandidateRecord record, Instant asOf, int most) {
    return workers.decideThroughout(record, asOf, most, Worker::decide);
  }

  @Override
  Answer answer(CandidateRecord record, Instant asOf, boolean ahead) {
    return workers.answer(record, asOf, ahead, Worker::decide);
  }

  /**
   * Decides one record and records how the decisions came about: slower than {@link #decide}, with
   * the same answer.
   *
   * @throws DecisionException as {@link #decide} does
   */
  public Trace trace(CandidateRecord record, Instant asOf) {
    Tracer tracer = new Tracer();
    return tracer.trace(
        workers.decide(record, asOf, (worker, facts) -> worker.decide(facts, tracer)));
  }

  @Override
  public EngineUse use() {
    return new EngineUse("session", 0);
  }

  @Override
  public SortedMap<String, Long> firings() {
    return firings.byRule();
  }

  /** Closes all sessions. */
  @Override
  public void close() {
    workers.close();
  }
}
