package dev.certus.engine;

import dev.certus.rulebook.Overdue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Counts the seconds that a worker works on a record, and stops the work after some. One thread
 * ticks for all. A tick that comes late counts once: a machine that stood still stops no record.
 */
final class Stopwatch implements AutoCloseable {

  private static final Set<Stopwatch> RUNNING = ConcurrentHashMap.newKeySet();

  /** What ticks, as long as the program runs. */
  @SuppressWarnings("unused")
  private static final ScheduledFuture<?> TICKS =
      new ScheduledThreadPoolExecutor(1, Stopwatch::thread)
          .scheduleWithFixedDelay(() -> RUNNING.forEach(Stopwatch::tick), 1, 1, TimeUnit.SECONDS);

  private final int limit;
  private Thread worker; // at work on a record, or null
  private int ticks;

  /**
   * A stopwatch for one worker.
   *
   * @param limit seconds
   */
  Stopwatch(int limit) {
    this.limit = limit;
    RUNNING.add(this);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "certus-seconds");
    thread.setDaemon(true);
    return thread;
  }

  /** The calling thread begins to work on a record. */
  synchronized void begin() {
    worker = Thread.currentThread();
    ticks = 0;
  }

  /** The work is done, whether it was stopped or not. */
  synchronized void end() {
    Overdue.remove(worker);
    worker = null;
  }

  private synchronized void tick() {
    ticks++;
    if (worker != null && ticks > limit) {
      try {
        Overdue.add(worker);
      } catch (OutOfMemoryError e) {
        // The next tick tries again, once the worker has let go of its record.
      }
    }
  }

  @Override
  public void close() {
    RUNNING.remove(this);
  }
}
