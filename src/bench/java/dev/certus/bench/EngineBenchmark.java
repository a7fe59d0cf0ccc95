package dev.certus.bench;

import dev.certus.decision.Decisions;
import dev.certus.engine.Engine;
import dev.certus.engine.Limits;
import dev.certus.engine.SessionEngine;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The engine alone, on one thread, beside a Drools loop as textbooks have it: a new session for
 * each candidate, and the catalogue inserted as facts that the rules join. Both decide the same
 * random candidates by the same rules otherwise, and are checked to decide alike before anything is
 * timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 2,
    jvmArgs = {"-Xmx1g", "-XX:+UseParallelGC"})
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
public class EngineBenchmark {

  private static final int CANDIDATES = 2_000;
  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");

  private List<CandidateRecord> candidates;
  private Engine engine;
  private Engine textbook;

  /** Compiles both rule books and checks that they decide alike. */
  @Setup
  public void load() {
    Path pack = Path.of("rules/aws");
    RuleBook book = RuleBook.load(pack);
    Population population = new Population(book.pack(), 1, AS_OF);
    candidates = LongStream.rangeClosed(1, CANDIDATES).mapToObj(population::candidate).toList();
    engine = new SessionEngine(book);
    TextbookSessions sessions = new TextbookSessions(book);
    textbook = new SessionEngine(book, Limits.DEFAULT, () -> sessions);
    for (CandidateRecord candidate : candidates) {
      Decisions ours = engine.decide(candidate, AS_OF);
      Decisions theirs = textbook.decide(candidate, AS_OF);
      if (!ours.equals(theirs)) {
        throw new IllegalStateException(
            "they differ on %s: %s and %s".formatted(candidate, ours, theirs));
      }
    }
  }

  /** Pooled sessions, facts that carry their exam. */
  @Benchmark
  @OperationsPerInvocation(CANDIDATES)
  public void certus(Blackhole hole) {
    for (CandidateRecord candidate : candidates) {
      hole.consume(engine.decide(candidate, AS_OF));
    }
  }

  /** A new session each, the catalogue joined as facts. */
  @Benchmark
  @OperationsPerInvocation(CANDIDATES)
  public void textbook(Blackhole hole) {
    for (CandidateRecord candidate : candidates) {
      hole.consume(textbook.decide(candidate, AS_OF));
    }
  }
}
