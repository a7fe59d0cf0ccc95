package dev.certus.engine;

import dev.certus.plan.Plan;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides each record by the plan of the rules, without a session of Drools. The answers are those
 * of {@link SessionEngine}. A record that the plan cannot decide is decided once more in a session:
 * where several rules fail, it is the session that says which one did.
 */
public final class PlanEngine implements Engine {

  private final Workers<PlanWorker> workers;
  private final Firings firings;
  private final SessionEngine sessions;

  /**
   * An engine for a rule book, with limits.
   *
   * @param plan the book's plan
   */
  public PlanEngine(RuleBook book, Plan plan, Limits limits) {
    Firings counts = new Firings(book.rules().values());
    this.firings = counts;
    this.sessions = new SessionEngine(book, limits);
    this.workers =
        new Workers<>(
            book.pack().catalogue(),
            limits,
            () -> new PlanWorker(book, plan, counts, limits.seconds()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws EnginesDifferException where a session decides a record that the plan cannot decide
   */
  @Override
  public List<Answer> decide(List<CandidateRecord> records, Instant asOf) {
    List<Answer> answers = workers.answers(records, asOf);
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Answer.Undecided) {
        answers.set(i, undecided(records.get(i), asOf, answers.get(i)));
      }
    }
    return answers;
  }

  private Answer undecided(CandidateRecord record, Instant asOf, Answer plan) {
    Answer session = sessions.decide(List.of(record), asOf).get(0);
    if (session instanceof Answer.Decided) {
      throw new EnginesDifferException(record, plan, session);
    }
    return session;
  }

  @Override
  public SortedMap<String, Long> firings() {
    SortedMap<String, Long> all = new TreeMap<>(firings.byRule());
    sessions.firings().forEach((rule, count) -> all.merge(rule, count, Long::sum));
    return all;
  }

  @Override
  public void close() {
    workers.close();
    sessions.close();
  }
}
