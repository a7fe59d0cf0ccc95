package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions written as Parquet and into PostgreSQL. */
class StoredDecisionsIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";

  /** So many bytes tell that an input is text. */
  private static final int ENOUGH = 1 << 14;

  private static Database database;

  @TempDir private static Path shared;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    database = Database.start();
    InProcess.certus(shared, "generate", "2000", "--seed=21", AS_OF, "--output=./good.jsonl");
    List<String> lines = Files.readAllLines(shared.resolve("good.jsonl"));
    String repeated = lines.get(1);
    // A candidate twice on end, one without decisions, one with an awkward id, one rejected.
    List<String> odd =
        List.of(
            repeated,
            "{\"candidateId\":\"nothing\"}",
            repeated.replaceFirst("\"C-[0-9]+\"", "\"a,\\\\\"b\\\\n\\\\u00fc\\\\ud83d\\\\ude00\""),
            repeated.replace("startedAt", "StartedAt"));
    Files.write(
        shared.resolve("in.jsonl"),
        Stream.of(lines.subList(0, 2), odd, lines.subList(2, lines.size()))
            .flatMap(List::stream)
            .toList());
    decide("decisions.jsonl");
    decide("decisions.csv");
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static void decide(String output, String... more) {
    Result run = run(shared, output, more);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private static Result run(Path folder, String output, String... more) {
    boolean isFile = !output.equals("-") && !output.contains("://");
    Stream<String> all =
        Stream.concat(
            Stream.of(
                "decide",
                shared.resolve("in.jsonl").toString(),
                AS_OF,
                "--max-rejected=1",
                "--output=" + (isFile ? "./" : "") + output,
                "--manifest=./manifest.json"),
            Stream.of(more));
    return InProcess.certus(folder, all.toArray(String[]::new));
  }

  @Test
  void everyFormHoldsTheSameDecisions() throws IOException {
    decide("decisions.parquet");
    decide(database.url(), "--output-table=same");

    List<List<Object>> csv = DecisionRows.ofCsv(shared.resolve("decisions.csv"));
    assertThat(csv).hasSizeGreaterThan(15_000);
    assertThat(DecisionRows.ofJsonLines(shared.resolve("decisions.jsonl"))).isEqualTo(csv);
    assertThat(DecisionRows.ofParquet(shared.resolve("decisions.parquet"))).isEqualTo(csv);
    assertThat(DecisionRows.ofTable(database, "same")).isEqualTo(csv);
    assertThat(database.value("SELECT max(position) FROM same")).isEqualTo("" + csv.size());
  }

  @Test
  void runAgainReplacesWhatIsThereAndLeavesGrantsAndViews() {
    decide(database.url(), "--output-table=again");
    database.query("CREATE VIEW failed AS SELECT * FROM again WHERE code = 'failed'");
    database.query("CREATE ROLE auditor");
    database.query("GRANT SELECT ON again TO auditor");
    database.query("DELETE FROM again WHERE position % 2 = 0");
    database.query("UPDATE again SET code = 'failed'");

    decide(database.url(), "--output-table=again", "--checkpoint", "--checkpoint-every=500");

    assertThat(DecisionRows.ofTable(database, "again")).isEqualTo(csv());
    assertThat(database.value("SELECT has_table_privilege('auditor', 'again', 'SELECT')"))
        .isEqualTo("t");
    assertThat(database.value("SELECT count(*) < 10000 FROM failed")).isEqualTo("t");
    assertThat(database.query("SELECT relname FROM pg_class WHERE relname LIKE 'again\\__%'"))
        .as("tables of the run")
        .containsExactly(List.of("again_pkey"));
  }

  private static List<List<Object>> csv() {
    try {
      return DecisionRows.ofCsv(shared.resolve("decisions.csv"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCandidateWhoseDecisionsTheTableCannotHoldIsSetAsideAlone() {
    String record =
        "{'candidateId':'C-%s','attempts':[{'id':'A','exam':'NONE-1',"
            + "'startedAt':'2026-03-02T10:00:00Z','outcome':'fail'}]}\n";
    byte[] input =
        (record.formatted("1") + record.formatted("\\u0000") + record.formatted("\\\\u0000"))
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);

    Result run =
        certus(folder, input, "decide", AS_OF, "--output", database.url(), "--output-table=held");

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains("standard input:2: found a text with U+0000, which PostgreSQL cannot hold")
        .contains("2 records decided, 1 rejected: 1 unwritable");
    assertThat(database.query("SELECT candidate_id FROM held ORDER BY position"))
        .containsExactly(List.of("C-1"), List.of("C-\\u0000"));
  }

  @Test
  void aTableOfOtherColumnsIsRefused() {
    database.query("CREATE TABLE others (position bigint, candidate_id int, colour text)");

    Result run = run(folder, database.url(), "--output-table=others");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("the table others is no table of decisions")
        .contains("`candidate_id` is integer, not text")
        .contains("it has no column `details`")
        .contains("it has a column `colour`")
        .contains("help: name another table with --output-table");
    assertThat(database.value("SELECT count(*) FROM others")).isEqualTo("0");
  }

  @Test
  void aTableInTheWayIsNotDropped() {
    database.query("CREATE TABLE taken_part (mine text)");

    Result run = run(folder, database.url(), "--output-table=taken");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("\"taken_part\" is in the way").contains("help: ");
    assertThat(database.value("SELECT count(*) FROM taken_part")).isEqualTo("0");
  }

  @Test
  void oneRunAtATimeWritesATable() throws Exception {
    Process first = waiting("locked");
    try {
      Result second = run(folder, database.url(), "--output-table=locked");

      assertThat(second.exit()).isEqualTo(2);
      assertThat(second.err())
          .contains("another run is writing the table locked")
          .contains("help: ");
    } finally {
      first.destroyForcibly().waitFor();
    }
    assertThat(run(folder, database.url(), "--output-table=locked").exit()).isZero();
  }

  /** A run that has its table and waits for its input. */
  private Process waiting(String table) throws IOException {
    Process process =
        Program.start(
            folder,
            List.of(
                "decide",
                AS_OF,
                "--checkpoint",
                "--output=" + database.url(),
                "--output-table=" + table));
    process.getOutputStream().write(Files.readAllBytes(shared.resolve("in.jsonl")), 0, ENOUGH);
    process.getOutputStream().flush();
    String begun = "SELECT to_regclass('" + table + "_checkpoint') IS NOT NULL";
    Program.await(process, () -> database.value(begun).equals("t"));
    return process;
  }

  @Test
  void aConnectionThatIsCutIsReportedAndTheTableStaysAsItWas() throws Exception {
    decide(database.url(), "--output-table=cut");
    Process process = waiting("cut");
    database.query(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
            + " WHERE application_name = 'certus'");
    process.getOutputStream().close();

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(DecisionRows.ofTable(database, "cut")).isEqualTo(csv());
  }

  @Test
  void noSecretIsShown() throws IOException {
    String url = database.url().replace("postgres@", "postgres:s3cret@");

    Result run = run(folder, url, "--output-table=secret");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("s3cret");
    assertThat(Files.readString(folder.resolve("manifest.json")))
        .contains("\"table\" : \"secret\"")
        .doesNotContain("s3cret");
  }

  @Test
  void aDatabaseTakesNoFormAndAStreamNoParquet() {
    assertThat(run(folder, database.url(), "--format=csv").exit()).isEqualTo(2);
    assertThat(run(folder, "x.jsonl", "--format=postgresql").exit()).isEqualTo(2);
    assertThat(run(folder, "-", "--format=parquet").exit()).isEqualTo(2);
  }
}
