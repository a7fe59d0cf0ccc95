package dev.certus.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.duckdb.DuckDbRegister;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.jsonl.LineSource;
import dev.certus.output.DecisionJson;
import dev.certus.output.DecisionReader;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RecordSource;
import dev.certus.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers of four nights: what they answer, and which tampering is detected. */
class RegisterCheckTest {

  private static final RuleBook AWS = Packs.aws();

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static final List<Instant> NIGHTS = new ArrayList<>();

  @BeforeAll
  static void fourNights() throws IOException {
    Nights nights = new Nights(4);
    Path records = shared.resolve("records.jsonl");
    for (int night = 0; night < 4; night++) {
      nights.write(records);
      NIGHTS.add(nights.asOf());
      RunOptions options = RunOptions.asOf(nights.asOf()).withEngine(EngineChoice.PLAN);
      try (RegisterDatabase database = new DuckDbRegister(shared.resolve("nights.register"));
          RecordSource source = LineSource.of(records)) {
        new RegisterRun(AWS, options, true).run(source, database);
      }
      nights.pass();
    }
  }

  private Path copy() throws IOException {
    return Files.copy(shared.resolve("nights.register"), folder.resolve("copy.register"));
  }

  private static RegisterCheck.Report check(Path register, String expected) throws IOException {
    return check(register, expected, 5);
  }

  private static RegisterCheck.Report check(Path register, String expected, long sample)
      throws IOException {
    try (RegisterDatabase database = new DuckDbRegister(register);
        Replay replay = new Replay(files -> AWS.changed(files), "unpackaged")) {
      return new RegisterCheck(database, replay, sample, 1).check(expected);
    }
  }

  @Test
  void whatWasWrittenFollowsAgainFromRecordsAndPack() throws IOException {
    RegisterCheck.Report report = check(copy(), null, 10_000);

    assertThat(report.findings()).isEmpty();
    assertThat(report.runs()).isEqualTo(4);
    assertThat(report.entries()).isGreaterThan(150);
    assertThat(report.replayed()).isGreaterThan(150);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "UPDATE register_entries SET answer = replace(answer, 'passed', 'failed') WHERE entry = (SELECT min(entry) FROM register_entries WHERE answer LIKE '%passed%') | it was altered",
        "UPDATE register_entries SET record = concat(record, ' ') WHERE entry = 7 | its record was altered",
        "UPDATE register_entries SET candidate_id = 'C-0' WHERE entry = 7 | entry 7, of candidate C-0: it was altered",
        "UPDATE register_entries SET cause = 'policy' WHERE entry = 7 | entry 7, of candidate",
        "UPDATE register_entries SET cause = 'whim' WHERE entry = 7 | entry 7 of the register has been altered: `whim` is no cause",
        "UPDATE register_entries SET next_change_at = NULL WHERE entry = (SELECT min(entry) FROM register_entries WHERE next_change_at IS NOT NULL) | it was altered",
        "UPDATE register_entries SET hash = record_sha256 WHERE entry = 7 | entry 7, of candidate",
        "DELETE FROM register_entries WHERE entry = 7 | entry 7 is missing: entry 8 follows",
        "DELETE FROM register_entries WHERE entry = (SELECT max(entry) FROM register_entries) | run 4: it added",
        "DELETE FROM register_entries WHERE run = 2 | run 2: it added",
        "INSERT INTO register_entries SELECT * REPLACE (entry + 1 AS entry) FROM register_entries WHERE entry = (SELECT max(entry) FROM register_entries) | it was altered",
        "UPDATE register_runs SET as_of = '2026-01-01T00:00:00Z' WHERE run = 2 | run 2: it was altered",
        "UPDATE register_runs SET rejected = 0, decided = decided + rejected WHERE run = 2 | run 2: it was altered",
        "DELETE FROM register_runs WHERE run = 2 | run 2 is missing",
        "UPDATE register_packs SET content = replace(content, '14', '15') WHERE file = 'terms.yaml' | its text was altered",
        "DELETE FROM register_packs WHERE file = 'fees.drl' | its text was altered",
        "DELETE FROM register_packs | is missing",
        "UPDATE register_current SET due = due + 1 WHERE candidate_id = (SELECT min(candidate_id) FROM register_current WHERE due > 0 AND due < 9000000000) | register_current: the row of candidate",
        "UPDATE register_current SET content_low = content_low + 1 WHERE candidate_id = (SELECT min(candidate_id) FROM register_current) | register_current: the row of candidate",
        "DELETE FROM register_current WHERE candidate_id = (SELECT min(candidate_id) FROM register_current) | register_current: the row of candidate",
      })
  void aRowThatWasAlteredRemovedOrPutInIsNoticed(String tampering, String noticed)
      throws IOException, SQLException {
    Path register = copy();
    tamper(register, tampering);

    String report;
    try {
      report = String.join("\n", check(register, null).findings());
    } catch (IOException e) {
      report = e.getMessage();
    }

    assertThat(report).contains(noticed);
  }

  private static void tamper(Path register, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + register);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as("rows that are tampered with").isPositive();
    }
  }

  @Test
  void aRegisterWithoutItsLastRunIsNoticedByItsHash() throws IOException, SQLException {
    Path register = copy();
    String hash = check(register, null).hash();
    assertThat(check(register, hash).findings()).isEmpty();
    tamper(register, "DELETE FROM register_entries WHERE run = 4");
    tamper(register, "DELETE FROM register_runs WHERE run = 4");

    assertThat(check(register, hash).findings())
        .contains(
            "no run has the hash %s: the register was cut off, or written anew".formatted(hash));
  }

  @Test
  void aFlippedByteIsNoticedOrChangesNothing() throws IOException {
    Random random = new Random(5);
    Path register = copy();
    byte[] bytes = Files.readAllBytes(register);
    List<Entry> entries = entries(register);
    int noticed = 0;
    for (int i = 0; i < 24; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(register, bytes);
      try {
        boolean holds = check(register, null).findings().isEmpty();
        noticed += holds ? 0 : 1;
        assertThat(!holds || entries(register).equals(entries)).isTrue();
      } catch (IOException e) {
        noticed++;
        assertThat(e.getMessage()).contains(register.toString());
      }
      bytes = Files.readAllBytes(shared.resolve("nights.register"));
    }
    assertThat(noticed).isGreaterThan(5);
  }

  private static List<Entry> entries(Path register) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (RegisterDatabase database = new DuckDbRegister(register)) {
      database.read(
          connection -> {
            RegisterRows.entries(connection, "ORDER BY entry", List.of(), entries::add);
            return null;
          });
    }
    return entries;
  }

  @Test
  void aDayShowsWhatWasDecidedThen() throws IOException {
    Path register = copy();
    List<Entry> entries = entries(register);
    Entry changed = entries.stream().filter(e -> e.cause() == EntryCause.RECORD).findFirst().get();
    try (RegisterDatabase database = new DuckDbRegister(register)) {
      Register asked = new Register(database);
      Instant run = NIGHTS.get((int) changed.run() - 1);

      assertThat(asked.at(changed.candidateId(), run)).isEqualTo(changed);
      assertThat(asked.at(changed.candidateId(), run.minusNanos(1)))
          .isEqualTo(
              entries.stream()
                  .filter(e -> e.candidateId().equals(changed.candidateId()))
                  .filter(e -> e.run() < changed.run())
                  .reduce((one, later) -> later)
                  .orElseThrow());
      assertThat(asked.at(changed.candidateId(), NIGHTS.get(0).minusNanos(1))).isNull();
      assertThat(asked.at("nobody", run)).isNull();
    }
  }

  @Test
  void decisionsThatWouldFlipAreThoseThatDifferRunByRun() throws IOException {
    Path register = copy();
    PackFiles files = AWS.files();
    RuleBook other =
        AWS.changed(
            files.with(
                "terms.yaml",
                files.texts().get("terms.yaml").replace("- value: 14\n", "- value: 40\n")));
    List<Flip> flips = new ArrayList<>();
    try (RegisterDatabase database = new DuckDbRegister(register);
        Replay replay = new Replay(pack -> AWS, "unpackaged");
        Engine engine = EngineChoice.PLAN.open(other, Limits.DEFAULT)) {
      new Flips(database, replay, engine, other.pack().record(), 2).run(flips::addAll);
      Engine issuing = replay.engine(new Register(database).last().policy());
      List<String> each = new ArrayList<>();
      for (Instant night : NIGHTS) {
        new Register(database)
            .records(
                night,
                record -> {
                  try {
                    String codes =
                        engine
                            .decide(Replay.record(other.pack().record(), record), night)
                            .decisions()
                            .toString();
                    String issued =
                        issuing
                            .decide(Replay.record(other.pack().record(), record), night)
                            .decisions()
                            .toString();
                    if (!codes.equals(issued)) {
                      each.add(Replay.record(other.pack().record(), record).candidateId());
                    }
                  } catch (IOException e) {
                    // A record that was rejected has no decisions.
                  }
                });
      }
      assertThat(flips.stream().map(Flip::candidateId).distinct())
          .containsExactlyInAnyOrderElementsOf(each.stream().distinct().toList());
    }
    assertThat(flips).anyMatch(flip -> flip.after().equals("retake-blocked"));
    assertThat(flips).allMatch(flip -> !flip.since().isAfter(flip.until()));
  }

  @Test
  void theDecisionsOfAnEntryCanBeReadBack() throws IOException {
    for (Entry entry : entries(copy())) {
      if (entry.state() == EntryState.DECIDED) {
        assertThat(DecisionJson.text(DecisionReader.read(entry.answer())))
            .isEqualTo(entry.answer());
      }
    }
  }
}
