package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs into Parquet and PostgreSQL that are killed at random instants, and resumed. */
class ResumeStoredIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final int KILLS = 2;

  @TempDir private static Path shared;

  @TempDir private Path folder;

  @BeforeAll
  static void someRecords() {
    InProcess.certus(shared, "generate", "2000", "--seed=12", AS_OF, "--output=./in.jsonl");
  }

  private static List<String> decide(String output) {
    return Killed.decide(shared.resolve("in.jsonl"), output, 200);
  }

  private static void undisturbed() {
    String[] arguments = decide("./out.csv").toArray(String[]::new);
    assertThat(InProcess.certus(shared, arguments).exit()).isZero();
  }

  @Test
  void aParquetFileIsWhatAnUndisturbedRunWrites() throws IOException {
    undisturbed();

    int kills =
        new Killed(
                folder,
                new Random(1),
                decide("out.parquet"),
                Killed.file(folder.resolve("out.parquet.checkpoint")))
            .untilDone(KILLS);

    assertThat(kills).as("times killed").isPositive();
    assertThat(DecisionRows.ofParquet(folder.resolve("out.parquet")))
        .isEqualTo(DecisionRows.ofCsv(shared.resolve("out.csv")));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("nothing else is left")
          .containsExactlyInAnyOrder("out.parquet", "out.parquet.manifest.json");
    }
    assertThat(certus(folder, "verify", "out.parquet.manifest.json", "--all").exit()).isZero();
  }

  @Test
  void aTableIsWhatAnUndisturbedRunWrites() throws IOException {
    undisturbed();
    try (Database database = Database.start()) {
      int kills =
          new Killed(
                  folder,
                  new Random(2),
                  decide(database.url()),
                  () -> StoredCheckpoint.of(database))
              .untilDone(KILLS);

      assertThat(kills).as("times killed").isPositive();
      List<List<Object>> expected = DecisionRows.ofCsv(shared.resolve("out.csv"));
      assertThat(DecisionRows.ofTable(database, "decisions")).isEqualTo(expected);
      assertThat(database.value("SELECT max(position) FROM decisions"))
          .isEqualTo("" + expected.size());
      assertThat(database.query("SELECT relname FROM pg_class WHERE relname LIKE 'decisions\\__%'"))
          .as("nothing else is left")
          .containsExactly(List.of("decisions_pkey"));
      assertThat(certus(folder, "verify", "decisions.manifest.json", "--all").exit()).isZero();
    }
  }
}
