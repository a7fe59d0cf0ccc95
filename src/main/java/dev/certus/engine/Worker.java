package dev.certus.engine;

import dev.certus.decision.Decision;
import java.util.List;

/** Runs the rules on the facts of one candidate after another. Used by one thread at a time. */
abstract class Worker implements AutoCloseable {

  private final Stopwatch stopwatch;
  private final Faults faults;

  /**
   * A worker.
   *
   * @param seconds how long it may work on a candidate
   */
  Worker(int seconds) {
    this.stopwatch = new Stopwatch(seconds);
    this.faults = new Faults(seconds);
  }

  /**
   * The decisions that follow from the facts of one candidate, in whatever order they come.
   *
   * @throws DecisionException where there are none; the worker is of no more use then
   */
  abstract List<Decision> decide(List<Object> facts);

  /** The same, of which no firing counts: to look ahead. */
  abstract List<Decision> decideUncounted(List<Object> facts);

  /** The name of the rule that a failure names, or null where it names none. */
  abstract String named(Throwable thrown);

  /**
   * Runs the rules, not longer than they may take.
   *
   * @throws DecisionException where they fail
   */
  final void run(Ledger ledger, Runnable rules) {
    stopwatch.begin();
    try {
      rules.run();
    } catch (DecisionException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw faults.failed(named(e), ledger, e);
    } finally {
      stopwatch.end();
    }
  }

  final Faults faults() {
    return faults;
  }

  @Override
  public void close() {
    stopwatch.close();
  }
}
