package dev.certus.serve;

import java.time.Duration;

/** Lets requests in, so many at once, and none once the service is about to stop. Thread-safe. */
final class Admission {

  private final int most;
  private int inside;
  private boolean closed;

  /** Lets so many requests in at once. */
  Admission(int most) {
    this.most = most;
  }

  /**
   * Lets a request in; it calls {@link #leave} when it is answered.
   *
   * @throws HttpProblem where it cannot be let in
   */
  synchronized void enter() {
    if (closed) {
      throw new HttpProblem(ProblemType.BUSY, "the service is about to stop");
    }
    if (inside >= most) {
      throw new HttpProblem(
          ProblemType.BUSY, "the service works on %,d requests, as many as it may".formatted(most));
    }
    inside++;
  }

  synchronized void leave() {
    inside--;
    notifyAll();
  }

  /** How many requests are inside. */
  synchronized int inside() {
    return inside;
  }

  /** Whether it lets none in any more. */
  synchronized boolean isClosed() {
    return closed;
  }

  /**
   * Lets none in any more, and waits until those inside have left.
   *
   * @param patience how long to wait at most
   */
  synchronized void close(Duration patience) throws InterruptedException {
    closed = true;
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); inside > 0 && left > 0; left = end - System.nanoTime()) {
      wait(Math.max(1, left / 1_000_000));
    }
  }
}
