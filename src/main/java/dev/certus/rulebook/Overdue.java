package dev.certus.rulebook;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads whose work on a record is to be stopped. Each condition and consequence of compiled
 * rules asks for it before it begins, since nothing else can stop a rule.
 */
public final class Overdue {

  private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

  private static volatile boolean any; // spares the look-up

  private Overdue() {}

  /** Stops a thread at its next condition or consequence, again and again until it is removed. */
  public static void add(Thread thread) {
    THREADS.add(thread);
    any = true;
  }

  /** Lets a thread go on. */
  public static void remove(Thread thread) {
    if (any) {
      THREADS.remove(thread);
      any = !THREADS.isEmpty();
    }
  }

  /**
   * What compiled rules ask.
   *
   * @throws Stop if the calling thread is to stop
   */
  public static void check() {
    if (any && THREADS.contains(Thread.currentThread())) {
      throw new Stop();
    }
  }

  /** The work on a record is stopped. */
  public static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Stop() {
      super("stopped");
    }
  }
}
