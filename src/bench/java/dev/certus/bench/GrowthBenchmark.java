package dev.certus.bench;

import dev.certus.Records;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.pack.PackFiles;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** Times the two engines as facts of a candidate, and rules of a pack, become more. */
public final class GrowthBenchmark {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final Path AWS = Path.of("rules/aws");
  private static final double ROUND = 0.4; // seconds
  private static final int ROUNDS = 5;

  private GrowthBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    rules();
    facts();
  }

  private static void facts() {
    RuleBook book = RuleBook.load(AWS);
    Population population = new Population(book.pack(), 5, AS_OF);
    List<RecordEntry> all =
        LongStream.rangeClosed(1, 5_000)
            .mapToObj(population::candidate)
            .flatMap(candidate -> candidate.list("attempts").stream())
            .toList();
    System.out.println("\n| attempts | plan, µs | sessions, µs |\n|---|---|---|");
    for (int number : new int[] {1, 3, 10, 30, 100, 300, 999}) {
      List<CandidateRecord> records = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        records.add(record(all.subList(i * 300, i * 300 + number)));
      }
      System.out.printf(
          Locale.ROOT,
          "| %d | %.1f | %.1f |%n",
          number,
          micros(book, EngineChoice.PLAN, records),
          micros(book, EngineChoice.SESSION, records));
    }
  }

  private static CandidateRecord record(List<RecordEntry> attempts) {
    List<RecordEntry> renamed = new ArrayList<>();
    for (RecordEntry one : attempts) {
      renamed.add(Records.renamed(one, "A-" + renamed.size()));
    }
    RecordShape shape = RecordShape.standard();
    List<List<RecordEntry>> lists =
        shape.lists().stream()
            .map(list -> list.name().equals("attempts") ? renamed : List.<RecordEntry>of())
            .toList();
    RecordEntry more = RecordEntry.of(shape.candidate(), Map.of());
    return new CandidateRecord(shape, "C", null, more, lists);
  }

  private static void rules() {
    PackFiles files = PackFiles.read(AWS, AWS.toString());
    System.out.println("| rules | plan, µs | sessions, µs |\n|---|---|---|");
    for (int more : new int[] {0, 250, 1_000, 4_000}) {
      RuleBook book = RuleBook.load(files.with("more.drl", rules(more)), RuleCache.none());
      Population population = new Population(book.pack(), 6, AS_OF);
      List<CandidateRecord> records =
          LongStream.rangeClosed(1, 2_000).mapToObj(population::candidate).toList();
      System.out.printf(
          Locale.ROOT,
          "| %d | %.1f | %.1f |%n",
          book.rules().size(),
          micros(book, EngineChoice.PLAN, records),
          micros(book, EngineChoice.SESSION, records));
    }
  }

  /** Rules on exams that nobody takes. */
  private static String rules(int number) {
    StringBuilder drl = new StringBuilder();
    drl.append("package aws\n\nimport dev.certus.fact.Attempt\nimport dev.certus.fact.Candidate\n");
    drl.append("import dev.certus.decision.Subject\nimport dev.certus.record.Outcome\n\n");
    for (int i = 0; i < number; i++) {
      drl.append(
          """
          rule "more %d"
              @clause( "AWS-SCORE" ) @phase( "decisions" )
          when
              Candidate( $now : now )
              $attempt : Attempt( code == "OTHER-%d", outcome == Outcome.FAIL, startedAt < $now )
          then
              decisions.give( "failed", Subject.attempt( $attempt.id() ) ).because( "It is so." );
          end

          """
              .formatted(i, i));
    }
    return drl.toString();
  }

  /** The median of some rounds, after as many that do not count. */
  private static double micros(RuleBook book, EngineChoice choice, List<CandidateRecord> records) {
    List<Double> micros = new ArrayList<>();
    try (Engine engine = choice.open(book, Limits.DEFAULT)) {
      for (int round = 0; round < 2 * ROUNDS; round++) {
        double each = round(engine, records);
        if (round >= ROUNDS) {
          micros.add(each);
        }
      }
    }
    micros.sort(null);
    return micros.get(ROUNDS / 2);
  }

  private static double round(Engine engine, List<CandidateRecord> records) {
    long start = System.nanoTime();
    long decided = 0;
    while (System.nanoTime() - start < ROUND * 1e9) {
      for (CandidateRecord record : records) {
        engine.decide(record, AS_OF);
        decided++;
        if (System.nanoTime() - start > 2 * ROUND * 1e9) {
          break;
        }
      }
    }
    return (System.nanoTime() - start) / 1e3 / decided;
  }
}
