package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.cli.Program.Result;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a run that is cut off, and of the same command after that. */
class ResumeIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final int RECORDS = 4_000;
  private static final int FEW = 400;
  private static final int KILLS = 2;

  @TempDir private static Path shared;

  @TempDir private Path folder;

  /** Records of which every fiftieth is broken. */
  @BeforeAll
  static void someRecords() throws IOException {
    InProcess.certus(shared, "generate", "" + RECORDS, "--seed=11", AS_OF, "--output=./good.jsonl");
    InProcess.certus(shared, "generate", "" + FEW, "--seed=11", AS_OF, "--output=./few.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(shared.resolve("in.jsonl"));
        Stream<String> lines = Files.lines(shared.resolve("good.jsonl"))) {
      int number = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        out.write((++number % 50 == 0 ? line.replace("\"id\"", "\"ID\"") : line) + "\n");
      }
    }
  }

  private static List<String> decide(String output) {
    return Killed.decide(shared.resolve("in.jsonl"), output, 200, "--rejected=rejected.jsonl.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.jsonl", "out.csv.gz", "out.jsonl.zst"})
  void aRunThatIsKilledAgainAndAgainWritesWhatAnUndisturbedOneWrites(String output)
      throws IOException {
    Path undisturbed = Files.createDirectory(folder.resolve("undisturbed"));
    Path disturbed = Files.createDirectory(folder.resolve("disturbed"));
    assertThat(certus(undisturbed, decide(output).toArray(String[]::new)).exit()).isEqualTo(1);

    int kills =
        new Killed(
                disturbed,
                new Random(output.hashCode()),
                decide(output),
                Killed.file(disturbed.resolve(output + ".checkpoint")))
            .untilDone(KILLS);

    assertThat(kills).as("times killed").isPositive();
    for (String file : List.of(output, "rejected.jsonl.gz")) {
      assertThat(disturbed.resolve(file)).hasSameBinaryContentAs(undisturbed.resolve(file));
    }
    try (Stream<Path> files = Files.list(disturbed)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("nothing else is left")
          .containsExactlyInAnyOrder(output, output + ".manifest.json", "rejected.jsonl.gz");
    }
  }

  @Test
  void aRunIsNotResumedByAnother() throws IOException {
    cutOff();

    Result other = certus(folder, args("--max-rejected=1", "--as-of=2026-11-24T08:00:00Z"));

    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.err())
        .contains("--as-of was 2026-11-23T08:00:00Z and is 2026-11-24T08:00:00Z")
        .contains("help: ");
  }

  @Test
  void aRunOnAnInputThatHasChangedIsNotResumed() throws IOException {
    Path input = folder.resolve("mine.jsonl");
    Files.copy(shared.resolve("few.jsonl"), input);
    cutOff();
    Files.writeString(input, Files.readString(input).replaceFirst("startedAt", "StartedAt"));

    Result changed = certus(folder, args(AS_OF));

    assertThat(changed.exit()).isEqualTo(2);
    assertThat(changed.err())
        .contains("mine.jsonl is not what the earlier run read")
        .contains("help: run it once without --checkpoint, to start over");
  }

  private String[] args(String... more) {
    return Stream.concat(
            Stream.of(
                "decide",
                "mine.jsonl",
                "--output=out.jsonl",
                "--checkpoint",
                "--checkpoint-every=1"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  /** A run that is killed as soon as it has kept a checkpoint. */
  private void cutOff() throws IOException {
    if (Files.notExists(folder.resolve("mine.jsonl"))) {
      Files.copy(shared.resolve("few.jsonl"), folder.resolve("mine.jsonl"));
    }
    Process process = Program.start(folder, List.of(args(AS_OF)));
    Program.await(process, () -> Files.exists(folder.resolve("out.jsonl.checkpoint")));
    process.destroyForcibly().onExit().join();
    assertThat(folder.resolve("out.jsonl.checkpoint")).exists();
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void theInstantOfTheRunThatWasCutOffIsKept() throws IOException {
    Files.copy(shared.resolve("few.jsonl"), folder.resolve("mine.jsonl"));
    cutOff();

    Result run = certus(folder, args());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(folder.resolve("out.jsonl.manifest.json")))
        .contains("\"asOf\" : \"2026-11-23T08:00:00Z\"");
    assertThat(run.err()).contains("resumes after ").contains("400 records decided, 0 rejected");
  }
}
