package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.fact.Facts;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Decides each record in a session of Drools. Each thread that calls it works on rules and sessions
 * of its own.
 */
public final class SessionEngine implements Engine {

  private final RuleBook book;
  private final Limits limits;
  private final Supplier<SessionSource> sessions;
  private final Firings firings;
  private final Queue<SessionWorker> idle = new ConcurrentLinkedQueue<>();

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
    this.book = book;
    this.limits = limits;
    this.sessions = sessions;
    this.firings = new Firings(book.rules().values());
  }

  @Override
  public List<Answer> decide(List<CandidateRecord> records, Instant asOf) {
    List<Answer> answers = new ArrayList<>(records.size());
    for (CandidateRecord record : records) {
      answers.add(answer(record, asOf));
    }
    return answers;
  }

  private Answer answer(CandidateRecord record, Instant asOf) {
    try {
      return new Answer.Decided(decide(record, asOf, null));
    } catch (DecisionException e) {
      return new Answer.Undecided(e);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Answer.Undecided(
          new DecisionException(null, List.of(), "the rules cannot decide it: " + e, e));
    }
  }

  /**
   * Decides one record and records how the decisions came about: slower than {@link #decide}, with
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
    if (facts.size() > limits.facts()) {
      throw new TooManyFactsException(facts.size(), limits.facts());
    }
    SessionWorker worker = idle.poll();
    if (worker == null) {
      worker = new SessionWorker(book, sessions.get(), firings, limits.seconds());
    }
    List<Decision> decisions;
    try {
      decisions = worker.decide(facts, tracer);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      worker.close(); // its session may be in any state, and take all memory
      throw e;
    }
    idle.add(worker);
    return new Decisions(record.candidateId(), asOf, decisions);
  }

  @Override
  public SortedMap<String, Long> firings() {
    return firings.byRule();
  }

  /** Closes all sessions. */
  @Override
  public void close() {
    for (SessionWorker worker = idle.poll(); worker != null; worker = idle.poll()) {
      worker.close();
    }
  }
}
