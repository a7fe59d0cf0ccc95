package dev.certus.cli;

import dev.certus.batch.Tally;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Shows on a terminal how far a long run has come. */
final class Progress implements Consumer<Tally> {

  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(500);

  private final PrintWriter err;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long last = start;
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

  /** Whether somebody is looking. */
  static boolean isTerminal() {
    return CommandLine.Help.Ansi.AUTO.enabled();
  }

  @Override
  public void accept(Tally tally) {
    long now = System.nanoTime();
    if (shown && now - last >= STEP) {
      last = now;
      open = true;
      double seconds = (now - start) / 1e9;
      err.printf(
          "\r%,d records, %,.0f a second, %,d rejected ",
          tally.read(), tally.read() / seconds, tally.rejected());
      err.flush();
    }
  }

  /** Ends the line. */
  void done() {
    if (open) {
      err.println();
    }
  }
}
