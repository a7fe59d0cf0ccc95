package dev.certus.cli;

import java.io.PrintWriter;

/**
 * Says on standard error what a long command is doing: a line for each step, and how much of it is
 * done, on a terminal at once and elsewhere every hundred. Thread-safe.
 */
final class Steps {

  private static final int EVERY = 100;

  private final PrintWriter err;
  private final String subject;
  private final boolean terminal = Progress.isTerminal();
  private int all;
  private int done;
  private boolean open; // whether the count is on the terminal's last line

  /**
   * The steps of a command.
   *
   * @param subject what the command works on; each line begins with it
   */
  Steps(PrintWriter err, String subject) {
    this.err = err;
    this.subject = subject;
  }

  /**
   * Begins a step.
   *
   * @param what the step in words
   * @param parts how many parts it has; 0 where they are not counted
   */
  synchronized void begin(String what, int parts) {
    pause();
    all = parts;
    done = 0;
    err.printf("%s: %s%n", subject, what);
    err.flush();
  }

  /** Notes that a part of the step is done. */
  synchronized void done() {
    done++;
    if (terminal) {
      err.printf("\r%d of %d", done, all);
      open = true;
    } else if (done % EVERY == 0 && done < all) {
      err.printf("%s: %d of %d%n", subject, done, all);
    }
    err.flush();
  }

  /** Clears the count from the terminal, so that something else can be written. */
  synchronized void pause() {
    if (open) {
      err.print("\r\033[K");
      err.flush();
      open = false;
    }
  }
}
