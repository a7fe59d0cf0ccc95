package dev.certus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs of the program that are killed by SIGKILL at random instants. */
final class Killed {

  private static final int START = 1_000; // milliseconds in which a run is still starting
  private static final int WORK = 300; // milliseconds in which it keeps some checkpoints

  private final Path folder;
  private final Random random;
  private final List<String> arguments;
  private final Supplier<String> checkpoint;

  /**
   * Runs of certus in a folder.
   *
   * @param checkpoint what tells one checkpoint of the runs from another
   */
  Killed(Path folder, Random random, List<String> arguments, Supplier<String> checkpoint) {
    this.folder = folder;
    this.random = random;
    this.arguments = arguments;
    this.checkpoint = checkpoint;
  }

  /** The command of a run that keeps checkpoints; in sessions, so that a kill meets it at work. */
  static List<String> decide(Path input, String output, int every, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "decide",
                input.toString(),
                "--as-of=2026-11-23T08:00:00Z",
                "--output=" + output,
                "--engine=session",
                "--checkpoint",
                "--checkpoint-every=" + every));
    command.addAll(List.of(more));
    return command;
  }

  /** The time and size of a file, where there is one. */
  static Supplier<String> file(Path file) {
    return () -> {
      try {
        return Files.getLastModifiedTime(file) + " " + Files.size(file);
      } catch (IOException e) {
        return "none";
      }
    };
  }

  /**
   * Kills a run while it starts, and then one after another while it works, each some moments after
   * it has kept a checkpoint of its own; the last one is left alone.
   *
   * @return how many were killed while they worked; fewer than wanted where one ended before
   */
  int untilDone(int wanted) throws IOException {
    try {
      Process early = Program.start(folder, arguments);
      assertThat(isDone(early, START)).as("a run ends while it starts").isFalse();
      for (int kills = 0; kills < wanted; kills++) {
        String before = checkpoint.get();
        Process process = Program.start(folder, arguments);
        Program.await(process, () -> !checkpoint.get().equals(before));
        if (isDone(process, WORK)) {
          return kills;
        }
      }
      Process last = Program.start(folder, arguments);
      assertThat(last.waitFor()).as("exit of the last run").isLessThan(2);
      return wanted;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether a run has come to its end in some moments, after which it is killed. */
  private boolean isDone(Process process, int most) throws InterruptedException {
    if (process.waitFor(1 + random.nextInt(most), TimeUnit.MILLISECONDS)) {
      assertThat(process.exitValue()).as("exit of a run").isLessThan(2);
      return true;
    }
    process.destroyForcibly().waitFor();
    return false;
  }
}
