package dev.certus.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.duckdb.DuckDbRegister;
import dev.certus.engine.EngineChoice;
import dev.certus.jsonl.LineSource;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RecordSource;
import dev.certus.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterRunTest {

  private static final RuleBook AWS = Packs.aws();

  @TempDir private Path folder;

  /** The same pack, but that a wait takes 21 days. */
  private static RuleBook changed() {
    PackFiles files = AWS.files();
    String terms = files.texts().get("terms.yaml").replace("- value: 14\n", "- value: 21\n");
    return AWS.changed(files.with("terms.yaml", terms));
  }

  private RegisterRun.Result run(
      String register, RuleBook book, Path records, Instant asOf, boolean changed)
      throws IOException {
    RunOptions options = RunOptions.asOf(asOf).withEngine(EngineChoice.PLAN).withThreads(2);
    try (RegisterDatabase database = new DuckDbRegister(folder.resolve(register));
        RecordSource source = LineSource.of(records)) {
      return new RegisterRun(book, options, changed).run(source, database);
    }
  }

  @Test
  void aRegisterOfChangesEqualsThatOfFullRunsOverThirtyNights() throws IOException {
    Nights nights = new Nights(30);
    Path records = folder.resolve("records.jsonl");
    RuleBook later = changed();
    Map<EntryCause, Integer> causes = new EnumMap<>(EntryCause.class);
    for (int night = 1; night <= 30; night++) {
      nights.write(records);
      RuleBook book = night < 15 ? AWS : later;

      RegisterRun.Result full = run("full.duckdb", book, records, nights.asOf(), false);
      RegisterRun.Result changes = run("changes.duckdb", book, records, nights.asOf(), true);

      // The hash of a run follows from all rows before it.
      assertThat(changes.run()).isEqualTo(full.run());
      assertThat(full.again()).isEqualTo(full.run().decided());
      if (night != 1 && night != 15) {
        assertThat(changes.again()).isLessThan(full.again() / 2);
      } else {
        assertThat(changes.again()).isEqualTo(full.again());
      }
      nights.pass();
    }
    List<Entry> entries = entries("changes.duckdb");
    assertThat(entries).isEqualTo(entries("full.duckdb"));
    entries.forEach(entry -> causes.merge(entry.cause(), 1, Integer::sum));
    assertThat(causes).containsOnlyKeys(EntryCause.values());
    assertThat(current("changes.duckdb")).isEqualTo(current("full.duckdb")).isNotEmpty();
  }

  private List<Entry> entries(String register) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (RegisterDatabase database = new DuckDbRegister(folder.resolve(register))) {
      database.read(
          connection -> {
            RegisterRows.entries(connection, "ORDER BY entry", List.of(), entries::add);
            return null;
          });
    }
    return entries;
  }

  private List<String> current(String register) throws IOException {
    List<String> candidates = new ArrayList<>();
    try (RegisterDatabase database = new DuckDbRegister(folder.resolve(register))) {
      database.read(
          connection -> {
            RegisterRows.candidates(connection, candidates::add);
            return null;
          });
    }
    return candidates.stream().sorted().toList();
  }

  @Test
  void aRegisterGoesForwardInTime() throws IOException {
    Path records = Files.writeString(folder.resolve("one.jsonl"), "{\"candidateId\":\"C-1\"}\n");
    run("r.duckdb", AWS, records, Instant.parse("2026-11-02T00:00:00Z"), false);

    assertThatThrownBy(
            () -> run("r.duckdb", AWS, records, Instant.parse("2026-11-01T00:00:00Z"), false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the last run of")
        .hasMessageContaining("is as of 2026-11-02T00:00:00Z")
        .hasMessageContaining("help: ");
    assertThat(run("r.duckdb", AWS, records, Instant.parse("2026-11-02T00:00:00Z"), true).run())
        .extracting(Run::number, Run::entries)
        .containsExactly(2L, 0L);
  }
}
