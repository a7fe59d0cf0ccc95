package dev.certus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose PostgreSQL server lets them down at random instants. */
class CrashedDatabaseIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final int WORK = 300; // milliseconds in which a run keeps some checkpoints

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private final Random random = new Random(3);

  /** What happens to the server while a run writes. */
  private interface Failure {
    void happen() throws IOException, InterruptedException;
  }

  @BeforeAll
  static void undisturbed() {
    InProcess.certus(shared, "generate", "2000", "--seed=13", AS_OF, "--output=./in.jsonl");
    String[] arguments = decide("./out.csv").toArray(String[]::new);
    assertThat(InProcess.certus(shared, arguments).exit()).isZero();
  }

  private static List<String> decide(String output) {
    return Killed.decide(shared.resolve("in.jsonl"), output, 150);
  }

  /**
   * Rows that wait for the end of the run do not survive a crash; the run says that it starts over.
   */
  @Test
  void aServerThatCrashesAndComesBackHoldsAllInTheEnd() throws Exception {
    Path data = folder.resolve("data");
    try (Database database = Database.startIn(data)) {
      failWhileDeciding(database, () -> database.crash(data));
      database.restart(data);

      assertThat(decideToTheEnd(database))
          .contains(" is empty, as after a crash of the server; the run starts over");
    }
  }

  @Test
  void aRunWhoseConnectionsAreCutIsResumed() throws Exception {
    try (Database database = Database.start()) {
      failWhileDeciding(database, database::cutConnections);

      assertThat(decideToTheEnd(database)).contains("resumes after ");
    }
  }

  private String decideToTheEnd(Database database) throws IOException {
    Program.Result last = Program.certus(folder, decide(database.url()).toArray(String[]::new));

    assertThat(last.exit()).as(last.err()).isZero();
    assertThat(DecisionRows.ofTable(database, "decisions"))
        .isEqualTo(DecisionRows.ofCsv(shared.resolve("out.csv")));
    assertThat(Program.certus(folder, "verify", "decisions.manifest.json", "--all").exit())
        .isZero();
    return last.err();
  }

  private void failWhileDeciding(Database database, Failure failure)
      throws IOException, InterruptedException {
    String before = StoredCheckpoint.of(database);
    Process run =
        Program.prepared(folder, decide(database.url()).toArray(String[]::new))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Program.await(run, () -> !StoredCheckpoint.of(database).equals(before));
    assertThat(run.waitFor(1 + random.nextInt(WORK), TimeUnit.MILLISECONDS))
        .as("a run ends before the server fails")
        .isFalse();
    failure.happen();

    String err = new String(run.getErrorStream().readAllBytes(), UTF_8);
    assertThat(run.waitFor()).as(err).isEqualTo(2);
    assertThat(err).contains("help: ").doesNotContain("\tat ");
  }
}
