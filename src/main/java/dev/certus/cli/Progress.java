package dev.certus.cli;

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
  private long before;
  private boolean open;

  private Progress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /**
   * Progress on {@code err}, if that is a terminal.
   *
   * @param free whether nothing else is written to the terminal meanwhile
   */
  static Progress on(PrintWriter err, boolean free) {
    return new Progress(err, free && isTerminal());
  }

  /** Says that an earlier run had processed some records. */
  void resumed(long records) {
    before = records;
  }

  /** Whether somebody is looking. */
  static boolean isTerminal() {
    return CommandLine.Help.Ansi.AUTO.enabled();
  }

  /**
   * Shows it, if it is time to.
   *
   * @param read how many records were read so far
   * @param rejected how many of them were rejected
   * @param share the share of the work that is done, or NaN where it is unknown
   */
  void show(long read, long rejected, double share) {
    long now = System.nanoTime();
    if (!shown || now - last < STEP) {
      return;
    }
    last = now;
    open = true;
    double seconds = (now - start) / 1e9;
    err.printf(
        "\r%s%,d records, %,.0f a second, %,d rejected%s ",
        bar(share), read, (read - before) / seconds, rejected, left(share, seconds));
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
