package dev.certus.register;

import dev.certus.Packs;
import dev.certus.population.Population;
import dev.certus.record.RecordJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The records of one night after another: candidates arrive, leave and come back, records are
 * corrected or broken, and now and then one stands twice.
 */
final class Nights {

  private final Random random;
  private final Map<Integer, String> records = new TreeMap<>();
  private Instant asOf = Instant.parse("2026-11-01T08:00:00Z");
  private int arrived;

  Nights(long seed) {
    this.random = new Random(seed);
    arrive(150);
  }

  /** The instant of the night. */
  Instant asOf() {
    return asOf;
  }

  /** Goes on to the next night. */
  void pass() {
    asOf = asOf.plus(Duration.ofMinutes(60 * 8 + random.nextInt(60 * 32)));
    arrive(random.nextInt(6));
    records.keySet().removeIf(number -> random.nextInt(60) == 0);
    records.replaceAll((number, record) -> random.nextInt(40) == 0 ? record(number) : record);
    if (random.nextInt(3) == 0) {
      int gone = 1 + random.nextInt(arrived);
      records.put(gone, record(gone));
    }
  }

  private void arrive(int more) {
    for (int i = 0; i < more; i++) {
      records.put(++arrived, record(arrived));
    }
  }

  /** A candidate's life as it might be known; some records break the contract. */
  private String record(int number) {
    if (random.nextInt(30) == 0) {
      return "{\"candidateId\":\"C-%07d\",\"attempts\":7}".formatted(number);
    }
    Instant known = asOf.minus(Duration.ofDays(random.nextInt(40)));
    Population population = new Population(Packs.aws().pack(), 9, known);
    return new String(RecordJson.line(population.candidate(number)), StandardCharsets.UTF_8)
        .strip();
  }

  /** Writes the records of the night. */
  void write(Path file) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (String record : records.values()) {
      int times = random.nextInt(50) == 0 ? 2 : 1;
      lines.writeBytes((record + "\n").repeat(times).getBytes(StandardCharsets.UTF_8));
    }
    if (random.nextInt(5) == 0) {
      lines.writeBytes("{ broken\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file, lines.toByteArray());
  }
}
