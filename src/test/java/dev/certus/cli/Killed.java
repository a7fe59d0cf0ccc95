package dev.certus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs of the program that are killed at random instants. */
final class Killed {

  private final Path folder;
  private final List<String> arguments;
  private final Random random;

  /** Runs of certus in a folder. */
  Killed(Path folder, Random random, List<String> arguments) {
    this.folder = folder;
    this.random = random;
    this.arguments = arguments;
  }

  /**
   * Runs the command again and again, each time killed by SIGKILL, until it has come to its end.
   *
   * @param longest the longest that a run is left alone, in milliseconds
   * @return how often it was killed
   */
  int untilDone(int longest) throws IOException {
    for (int kills = 0; ; kills++) {
      Process process = Program.start(folder, arguments);
      // The longer it takes, the longer it is let, so that it ends on a slow machine, too.
      int patience = 1 + random.nextInt(longest) * (kills + 10) / 10;
      try {
        if (process.waitFor(patience, TimeUnit.MILLISECONDS)) {
          if (process.exitValue() > 1) {
            throw new IllegalStateException(
                "it did not go on, but ended with " + process.exitValue());
          }
          return kills;
        }
        process.destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
