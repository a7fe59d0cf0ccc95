package dev.certus.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.record.RecordShape;
import dev.certus.run.InputRecord;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records from a real PostgreSQL. */
class PostgresTablesTest {

  private static TestPostgres postgres;

  private final List<String> warnings = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    postgres = new TestPostgres();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    postgres.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  private List<String> records(String... named) throws IOException {
    List<String> records = new ArrayList<>();
    try (RecordSource source = open(named)) {
      for (InputRecord next = source.next(); next != null; next = source.next()) {
        records.add(StandardCharsets.UTF_8.decode(next.raw()).toString());
      }
      assertThat(source.progress()).isEqualTo(1);
    }
    return records;
  }

  private RecordSource open(String... named) throws IOException {
    return PostgresTables.open(
        RecordShape.standard(), postgres.url(), List.of(named), warnings::add);
  }

  @Test
  void readsTheTablesThatAreThere() throws Exception {
    postgres.run(
        """
        CREATE TYPE outcome AS ENUM ('pass', 'fail');
        CREATE TABLE candidates (candidate_id bigint, zone text);
        CREATE TABLE attempts (candidate_id bigint, id bigint, exam char(12), score numeric,
          started_at timestamptz, outcome outcome, colour text);
        INSERT INTO candidates VALUES (10, 'Asia/Tokyo'), (9, NULL);
        INSERT INTO attempts VALUES
          (9, 2, 'X', 650, '2026-03-02T10:00:00.5-05:00', 'fail', 'red'),
          (9, 1, 'X', 650.5, 'infinity', NULL, 'red')""");

    assertThat(records())
        .containsExactly(
            "{\"candidateId\":\"10\",\"zone\":\"Asia/Tokyo\"}",
            "{\"candidateId\":\"9\",\"attempts\":["
                + "{\"id\":\"1\",\"exam\":\"X\",\"startedAt\":\"infinity\",\"score\":650.5},"
                + "{\"id\":\"2\",\"exam\":\"X\",\"startedAt\":\"2026-03-02T15:00:00.5Z\","
                + "\"score\":650,\"outcome\":\"fail\"}]}");
    assertThat(warnings)
        .contains("unknown column `attempts.colour` is ignored")
        .contains(postgres.url() + " has no table `vouchers`; there are none");
  }

  @Test
  void readsTablesAndViewsOfOtherNames() throws Exception {
    postgres.run(
        """
        CREATE SCHEMA IF NOT EXISTS hr;
        DROP TABLE IF EXISTS hr."The ""Big"" People" CASCADE;
        CREATE TABLE hr."The ""Big"" People" (key text);
        CREATE OR REPLACE VIEW hr.people AS SELECT key AS candidate_id FROM hr."The ""Big"" People";
        CREATE TABLE "Odd; name" (candidate_id text);
        INSERT INTO hr."The ""Big"" People" VALUES ('é'), ('Z'), ('😀'), ('\uFB00')""");

    assertThat(records("candidates=HR.People", "attempts=\"Odd; name\""))
        .containsExactly(
            "{\"candidateId\":\"Z\"}",
            "{\"candidateId\":\"é\"}",
            "{\"candidateId\":\"\uFB00\"}",
            "{\"candidateId\":\"😀\"}");
    assertThatThrownBy(() -> open("candidates=people; DROP TABLE x"))
        .hasMessageContaining("is no name of a table");
  }

  @Test
  void refusesWhatHoldsNoInstant() throws Exception {
    postgres.run(
        """
        CREATE TABLE candidates (candidate_id text);
        CREATE TABLE attempts (candidate_id text, id text, started_at timestamp)""");

    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("table attempts: column `started_at` is of the type timestamp, which")
        .hasMessageContaining("started_at AT TIME ZONE 'UTC' AS started_at");
  }

  @Test
  void saysWhichTableIsProbablyMeant() throws Exception {
    postgres.run("CREATE TABLE candidate (candidate_id text)");

    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no table or view `candidates`")
        .hasMessageContaining("help: is it `candidate`? Name its place: candidates=candidate");
  }

  @Test
  void readsAllTablesAsTheyAreAtOneInstant() throws Exception {
    postgres.run(
        """
        CREATE TABLE candidates (candidate_id text);
        CREATE TABLE attempts (candidate_id text, id text);
        INSERT INTO candidates SELECT 'C' || i FROM generate_series(1, 5000) i;
        INSERT INTO attempts SELECT 'C' || i, 'A' FROM generate_series(1, 5000) i""");
    try (RecordSource source = open()) {
      postgres.run("DELETE FROM candidates; INSERT INTO attempts VALUES ('C0', 'A')");

      for (int i = 0; i < 5000; i++) {
        assertThat(source.next().fault()).isNull();
      }
      assertThat(source.next()).isNull();
    }
  }

  @Test
  void saysThatTheConnectionWasCut() throws Exception {
    postgres.run(
        """
        CREATE TABLE candidates (candidate_id text);
        INSERT INTO candidates SELECT 'C' || i FROM generate_series(1, 20000) i""");
    try (RecordSource source = open()) {
      source.next();
      postgres.run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'certus'");

      assertThatThrownBy(
              () -> {
                while (source.next() != null) {}
              })
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(postgres.url() + ": ")
          .hasMessageContaining("help: the connection was cut; run it again");
    }
  }

  @Test
  void saysWhatToDoWhereTheUserMayNotRead() throws Exception {
    postgres.run(
        """
        DROP ROLE IF EXISTS guest;
        CREATE ROLE guest LOGIN;
        GRANT USAGE ON SCHEMA public TO guest;
        CREATE TABLE candidates (candidate_id text)""");

    assertThatThrownBy(
            () ->
                PostgresTables.open(
                    RecordShape.standard(),
                    postgres.url().replace("postgres@", "guest:s3cret@"),
                    List.of(),
                    warnings::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("GRANT")
        .hasMessageNotContaining("s3cret");
  }
}
