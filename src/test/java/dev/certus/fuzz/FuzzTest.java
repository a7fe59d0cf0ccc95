package dev.certus.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.check.PackCheck;
import dev.certus.engine.SessionEngine;
import dev.certus.file.Extent;
import dev.certus.output.OutputFormat;
import dev.certus.pack.PackFiles;
import dev.certus.population.Population;
import dev.certus.problem.PackException;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordReader;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import dev.certus.run.Checkpoint;
import dev.certus.run.CheckpointJson;
import dev.certus.run.ChunkDecider;
import dev.certus.run.DecidedChunk;
import dev.certus.run.InputRecord;
import dev.certus.run.Manifest;
import dev.certus.run.ManifestFile;
import dev.certus.run.RecordPlace;
import dev.certus.run.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged inputs of every kind: each gets an answer, none is lost, none is believed that is wrong,
 * and no exception leaves but those that say so. The test command tries some; {@code
 * -Dfuzz.rounds=N -Dfuzz.seed=N} tries N times as many, of another seed.
 */
class FuzzTest {

  static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1);
  static final long SEED = Long.getLong("fuzz.seed", 20);

  static long tried;

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final Mangler mangler = new Mangler(SEED);

  @AfterAll
  static void say() {
    System.out.printf("%,d damaged inputs of seed %d%n", tried, SEED);
  }

  /** Every record is either decided or rejected, and those that are whole get what they got. */
  @Test
  void records() {
    Population population = new Population(Packs.aws().pack(), SEED, AS_OF);
    try (SessionEngine engine = new SessionEngine(Packs.aws())) {
      ChunkDecider decider =
          new ChunkDecider(
              new RecordReader(Packs.aws().pack().record(), unknown -> {}),
              engine,
              AS_OF,
              OutputFormat.JSONL.writer(),
              record -> true);
      for (int i = 1; i <= 15 * ROUNDS; i++) {
        List<byte[]> whole = new ArrayList<>();
        for (int j = 0; j < 40; j++) {
          whole.add(RecordJson.line(population.candidate(40L * i + j)));
        }
        List<byte[]> some = new ArrayList<>(whole);
        some.replaceAll(record -> random.nextBoolean() ? mangler.mangled(record) : record);
        DecidedChunk chunk = decider.decide(inputs(some));
        assertThat(chunk.answered().size() + chunk.rejections().size()).isEqualTo(some.size());
        assertThat(chunk.output().toString(StandardCharsets.UTF_8).lines())
            .hasSize(chunk.answered().size());
        tried += some.size();
        List<byte[]> sound = new ArrayList<>(some);
        sound.retainAll(whole);
        String alone = decider.decide(inputs(sound)).output().toString(StandardCharsets.UTF_8);
        assertThat(chunk.output().toString(StandardCharsets.UTF_8).lines().toList())
            .containsAll(alone.lines().toList());
      }
    }
  }

  private static List<InputRecord> inputs(List<byte[]> records) {
    List<InputRecord> inputs = new ArrayList<>();
    for (byte[] record : records) {
      inputs.add(
          new InputRecord(
              new RecordPlace.Line(inputs.size() + 1, 0, record.length, true),
              ByteBuffer.wrap(record),
              null));
    }
    return inputs;
  }

  /** A pack is checked to its end, whatever its files hold. */
  @Test
  void packs() {
    PackFiles sound = PackFiles.read(Packs.FIVE_ATTEMPTS, "pack");
    List<String> names = List.copyOf(sound.texts().keySet());
    for (int i = 0; i < 10 * ROUNDS; i++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] text = sound.texts().get(name).getBytes(StandardCharsets.UTF_8);
      String mangled = new String(mangler.mangled(text), StandardCharsets.UTF_8);

      assertThat(PackCheck.of(sound.with(name, mangled)))
          .as(mangled)
          .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
      tried++;
    }
  }

  /** A damaged checkpoint is never believed. */
  @Test
  void checkpoints() {
    byte[] sound =
        CheckpointJson.write(
            new Checkpoint(
                Map.of("PACK", "abc"), 7, "def", new Extent(9, "aa"), Extent.NONE, Tally.NONE));
    for (int i = 0; i < 2_000 * ROUNDS; i++) {
      byte[] mangled = mangler.mangled(sound);
      try {
        CheckpointJson.read(mangled, "x");
        assertThat(mangled).isEqualTo(sound);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("help: ");
      }
      tried++;
    }
  }

  /** What is read of a damaged manifest is whole, though not what it was. */
  @Test
  void manifests() throws IOException {
    Path file = folder.resolve("x.json");
    byte[] sound = Files.readAllBytes(Path.of("src/test/resources/manifest.json"));
    for (int i = 0; i < 400 * ROUNDS; i++) {
      Files.write(file, mangler.mangled(sound));
      try {
        Manifest manifest = ManifestFile.read(file);
        assertThat(manifest.output().sha256()).isNotNull();
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("is no manifest: ").hasMessageContaining("help: ");
      }
      tried++;
    }
  }

  /** Packs are refused by the one exception that says why, and never by another. */
  @Test
  void packsThatAreLoaded() {
    PackFiles sound = PackFiles.read(Packs.FIVE_DAYS, "pack");
    for (int i = 0; i < 15 * ROUNDS; i++) {
      byte[] text = sound.texts().get("waits.drl").getBytes(StandardCharsets.UTF_8);
      String mangled = new String(mangler.mangled(text), StandardCharsets.UTF_8);
      try {
        RuleBook.load(sound.with("waits.drl", mangled), RuleCache.none());
      } catch (PackException e) {
        assertThat(e.problems()).isNotEmpty();
      }
      tried++;
    }
  }
}
