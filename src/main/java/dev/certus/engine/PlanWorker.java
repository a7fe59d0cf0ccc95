package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.plan.Evaluation;
import dev.certus.plan.MatchListener;
import dev.certus.plan.Plan;
import dev.certus.plan.RuleFailure;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleInfo;
import java.util.List;

/** Runs the rules by their plan. */
final class PlanWorker extends Worker {

  private final RuleBook book;
  private final Evaluation evaluation;
  private final Summary summary;
  private final Firings.Counter firings;
  private List<RuleInfo> fired;

  PlanWorker(RuleBook book, Plan plan, Firings firings, int seconds) {
    super(seconds);
    this.book = book;
    this.evaluation = new Evaluation(plan);
    this.firings = firings.counter();
    this.summary = new Summary(book.pack());
  }

  @Override
  List<Decision> decide(List<Object> facts) {
    List<Decision> decisions = decideUncounted(facts);
    firings.count(fired);
    return decisions;
  }

  @Override
  List<Decision> decideUncounted(List<Object> facts) {
    Ledger ledger = new Ledger();
    Watch watch = new Watch(ledger, Faults.limit(facts.size()));
    run(ledger, () -> evaluation.run(facts, book.pack().terms(), ledger, watch));
    List<Decision> decisions = summary.of(ledger.findings());
    fired = ledger.fired();
    return decisions;
  }

  /** The rules that fired on the last candidate that was decided. */
  List<RuleInfo> fired() {
    return fired;
  }

  @Override
  String named(Throwable thrown) {
    return thrown instanceof RuleFailure failure && failure.rule() != null
        ? failure.rule().name()
        : null;
  }

  /** Tells the ledger what the rules do, and ends what does not end. */
  private final class Watch implements MatchListener {

    private final Ledger ledger;
    private final int limit;
    private String phase;
    private int fired;

    Watch(Ledger ledger, int limit) {
      this.ledger = ledger;
      this.limit = limit;
    }

    @Override
    public void begins(String next) {
      phase = next;
      fired = 0;
    }

    @Override
    public void fires(RuleInfo rule, List<Object> matched, List<Object> counted) {
      if (fired >= limit) {
        throw faults().endless(phase, fired, ledger);
      }
      fired++;
      ledger.fires(rule, matched, counted);
    }

    @Override
    public void inserts(Object fact) {
      ledger.inserts(fact);
    }
  }
}
