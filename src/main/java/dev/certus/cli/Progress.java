package dev.certus.cli;

import dev.certus.batch.Tally;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Shows on a terminal how far a long run has come. */
final class Progress {

  private static final int BAR = 10;
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(500);

  private final PrintWriter err;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long last = start;
  private final long before;
  private boolean open;

  private Progress(PrintWriter err, boolean shown, long before) {
    this.err = err;
    this.shown = shown;
    this.before = before;
  }

  /**
   * Progress on {@code err}, if that is a terminal.
   *
   * @param free whether nothing else is written to the terminal meanwhile
   * @param before how many records an earlier run had done
   */
  static Progress on(PrintWriter err, boolean free, long before) {
    return new Progress(err, free && isTerminal(), before);
  }

  /** No progress to show. */
  static Progress none() {
    return new Progress(null, false, 0);
  }

  /** Whether somebody is looking. */
  static boolean isTerminal() {
    return CommandLine.Help.Ansi.AUTO.enabled();
  }

  /**
   * Shows it, if it is time to.
   *
   * @param share the share of the work that is done, or NaN where that cannot be told
   */
  void show(Tally tally, double share) {
    long now = System.nanoTime();
    if (!shown || now - last < STEP) {
      return;
    }
    last = now;
    open = true;
    double seconds = (now - start) / 1e9;
    err.printf(
        "\r%s%,d records, %,.0f a second, %,d rejected%s ",
        bar(share),
        tally.read(),
        (tally.read() - before) / seconds,
        tally.rejected(),
        left(share, seconds));
    err.flush();
  }

  private static String bar(double share) {
    if (Double.isNaN(share)) {
      return "";
    }
    int filled = (int) Math.min(BAR, Math.round(share * BAR));
    return "[%s%s] %3.0f %% "
        .formatted("=".repeat(filled), " ".repeat(BAR - filled), Math.min(share, 1) * 100);
  }

  private static String left(double share, double seconds) {
    if (Double.isNaN(share) || share <= 0) {
      return "";
    }
    long left = Math.max(0, Math.round(seconds / share - seconds));
    return ", %d:%02d left".formatted(left / 60, left % 60);
  }

  /** Ends the line. */
  void done() {
    if (open) {
      err.println();
    }
  }
}
