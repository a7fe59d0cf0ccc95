package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.plan.Plan;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleInfo;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;

/**
 * Decides each record by the plan of the rules, without a session of Drools, and some of them in a
 * session as well: the answers must be the same. A record that the plan cannot decide is always
 * decided in a session, too: where several rules fail, it is the session that says which one did.
 * Deciding throws {@link EnginesDifferException} where a session gives a record another answer.
 */
public final class PlanEngine extends RecordEngine {

  private final Workers<PlanWorker> workers;
  private final Firings firings;
  private final SessionEngine undecided; // of records that the plan cannot decide
  private final SessionEngine opinions; // of others
  private final SecondOpinion second;
  private final LongAdder twice = new LongAdder();

  /**
   * An engine for a rule book, with limits.
   *
   * @param plan the book's plan
   * @param second chooses the records that a session decides as well
   */
  PlanEngine(RuleBook book, Plan plan, Limits limits, SecondOpinion second) {
    Firings counts = new Firings(book.rules().values());
    this.firings = counts;
    this.second = second;
    this.undecided = new SessionEngine(book, limits);
    this.opinions = new SessionEngine(book, limits);
    this.workers =
        new Workers<>(book, limits, () -> new PlanWorker(book, plan, counts, limits.seconds()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws EnginesDifferException where a session gives a record another answer
   */
  @Override
  Answer answer(CandidateRecord record, Instant asOf, boolean ahead) {
    Outcome outcome = new Outcome();
    Answer answer = workers.answer(record, asOf, ahead, outcome);
    if (answer instanceof Answer.Undecided) {
      return compared(record, answer, undecided.answer(record, asOf, ahead));
    }
    return second.isWanted(outcome.fired)
        ? compared(record, answer, opinions.answer(record, asOf, ahead))
        : answer;
  }

  /**
   * {@inheritDoc}
   *
   * @throws EnginesDifferException where a session decides the record otherwise as of one of them
   */
  @Override
  public List<Decisions> decideThroughout(CandidateRecord record, Instant asOf, int most) {
    Outcome outcome = new Outcome();
    List<Decisions> all;
    try {
      all = workers.decideThroughout(record, asOf, most, outcome);
    } catch (DecisionException e) {
      return undecided.decideThroughout(record, asOf, most); // which says which rule failed
    }
    if (second.isWanted(outcome.fired)) {
      List<Decisions> others = opinions.decideThroughout(record, asOf, most);
      for (int i = 0; i < Math.min(all.size(), others.size()); i++) {
        compared(record, new Answer.Decided(all.get(i)), new Answer.Decided(others.get(i)));
      }
    }
    return all;
  }

  /** Decides, and keeps which rules fired. */
  private static final class Outcome
      implements BiFunction<PlanWorker, List<Object>, List<Decision>> {

    private List<RuleInfo> fired;

    @Override
    public List<Decision> apply(PlanWorker worker, List<Object> facts) {
      List<Decision> decisions = worker.decide(facts);
      fired = worker.fired();
      return decisions;
    }
  }

  /** The answer by a session, which is the same. */
  private Answer compared(CandidateRecord record, Answer plan, Answer session) {
    if (!isSame(plan, session)) {
      throw new EnginesDifferException(record, plan, session);
    }
    twice.increment();
    return session;
  }

  /** Whether both have the same decisions, or none. */
  private static boolean isSame(Answer plan, Answer session) {
    if (plan instanceof Answer.Decided && session instanceof Answer.Decided) {
      return plan.decisions().equals(session.decisions());
    }
    return plan instanceof Answer.Undecided && session instanceof Answer.Undecided;
  }

  @Override
  public EngineUse use() {
    return new EngineUse("plan", twice.sum());
  }

  @Override
  public SortedMap<String, Long> firings() {
    SortedMap<String, Long> all = new TreeMap<>(firings.byRule());
    undecided.firings().forEach((rule, count) -> all.merge(rule, count, Long::sum));
    return all;
  }

  @Override
  public void close() {
    workers.close();
    undecided.close();
    opinions.close();
  }
}
