package dev.certus.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.adapter.Sinks;
import dev.certus.adapter.Sources;
import dev.certus.duckdb.RecordTables;
import dev.certus.population.Population;
import dev.certus.run.DecideRun;
import dev.certus.run.DecisionSink;
import dev.certus.run.RecordSource;
import dev.certus.run.RunOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Damaged tables: a run ends with a message and without an output, or answers every candidate once.
 * The rounds and the seed are those of {@link FuzzTest}.
 */
class TableFuzzTest {

  private static final int CANDIDATES = 40;

  @TempDir private Path folder;

  private final Random random = new Random(FuzzTest.SEED);
  private final Mangler mangler = new Mangler(FuzzTest.SEED);

  /** Only candidates whose rows were damaged, or all by their header, are decided otherwise. */
  @Test
  void csv() throws IOException {
    Path tables = tables(false);
    Map<String, String> sound = decided(tables).orElseThrow();
    assertThat(sound).hasSize(CANDIDATES);
    for (int i = 0; i < 15 * FuzzTest.ROUNDS; i++) {
      Path table = any(tables);
      byte[] bytes = Files.readAllBytes(table);
      byte[] mangled = mangler.mangled(bytes);
      Files.write(table, mangled);
      Set<String> damaged = damaged(lines(bytes), lines(mangled));
      decided(tables)
          .ifPresent(
              decided ->
                  assertThat(sound.keySet())
                      .as(() -> new String(mangled, StandardCharsets.UTF_8))
                      .allMatch(
                          id ->
                              sound.get(id).equals(decided.get(id))
                                  || damaged.contains(header(bytes))
                                  || damaged.stream().anyMatch(line -> line.contains(id))));
      Files.write(table, bytes);
      FuzzTest.tried++;
    }
  }

  /** Parquet has no checksum that everyone writes, so a damaged cell can be read as another. */
  @Test
  void parquet() throws IOException {
    Path tables = tables(true);
    for (int i = 0; i < 15 * FuzzTest.ROUNDS; i++) {
      Path table = any(tables);
      byte[] bytes = Files.readAllBytes(table);
      Files.write(table, mangler.mangled(bytes));
      decided(tables);
      Files.write(table, bytes);
      FuzzTest.tried++;
    }
  }

  private Path tables(boolean parquet) throws IOException {
    Path tables = folder.resolve("tables");
    Population population = new Population(Packs.aws().pack(), FuzzTest.SEED, FuzzTest.AS_OF);
    try (RecordTables out = RecordTables.create(Packs.aws().pack().record(), tables, parquet)) {
      for (int i = 0; i < CANDIDATES; i++) {
        out.write(population.candidate(i));
      }
      out.complete();
    }
    return tables;
  }

  private Path any(Path tables) throws IOException {
    try (Stream<Path> files = Files.list(tables)) {
      List<Path> all = files.sorted().toList();
      return all.get(random.nextInt(all.size()));
    }
  }

  private static List<String> lines(byte[] csv) {
    return new String(csv, StandardCharsets.UTF_8).lines().toList();
  }

  private static String header(byte[] csv) {
    return lines(csv).get(0);
  }

  /** The lines of which one of the two has more. */
  private static Set<String> damaged(List<String> before, List<String> after) {
    Set<String> damaged = new HashSet<>(before);
    damaged.addAll(after);
    damaged.removeIf(
        line -> Collections.frequency(before, line) == Collections.frequency(after, line));
    return damaged;
  }

  /**
   * Decides all; gives the answer to each candidate, or nothing where the run ends with a message.
   */
  private Optional<Map<String, String>> decided(Path tables) throws IOException {
    Path output = folder.resolve("out.jsonl");
    Path rejected = folder.resolve("rejected.jsonl");
    Files.deleteIfExists(output);
    try (RecordSource source = Sources.open(Packs.aws().pack().record(), tables.toString());
        DecisionSink sink = Sinks.open(output.toString())) {
      new DecideRun(
              Packs.aws(), RunOptions.asOf(FuzzTest.AS_OF).withThreads(1).withRejected(rejected))
          .run(source, sink);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\tat ", "INTERNAL");
      assertThat(output).doesNotExist();
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(output));
    Map<String, String> answers =
        lines.stream()
            .collect(
                Collectors.toMap(
                    line -> new JsonMapper().readTree(line).get("candidateId").asString(),
                    line -> line));
    assertThat(answers).hasSize(lines.size());
    return Optional.of(answers);
  }
}
