package dev.certus.bench.peer;

import dev.certus.bench.TextbookSessions;
import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.engine.SessionEngine;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Times engines on the same candidates, by the same policy, in one process on one thread, after it
 * has checked that they decide alike. Prints Markdown; writes a chart to the file that is its
 * argument.
 */
public final class PeerBenchmark {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final int CANDIDATES = 2_000;
  private static final int ROUNDS = 25;
  private static final int WARM = 10;
  private static final double LONG_ROUND = 0.4; // seconds; then a tenth of the candidates do

  private PeerBenchmark() {}

  /** Decides a candidate by its number. */
  private interface Work {
    Object decide(int candidate) throws Exception;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    RuleBook aws = RuleBook.load(Path.of("rules/aws"));
    Population population = new Population(aws.pack(), 1, AS_OF);
    System.out.println("The AWS pack:\n");
    print(wholePolicy(aws, population), null);
    System.out.println("\nWhat all engines can say:\n");
    print(retakes(population), Path.of(arguments[0]));
  }

  private static Map<String, Work> wholePolicy(RuleBook book, Population population) {
    List<CandidateRecord> records =
        LongStream.rangeClosed(1, CANDIDATES).mapToObj(population::candidate).toList();
    TextbookSessions textbook = new TextbookSessions(book);
    Map<String, Engine> engines = new LinkedHashMap<>();
    engines.put("certus, the plan", EngineChoice.PLAN.open(book, Limits.DEFAULT));
    engines.put("certus, sessions", EngineChoice.SESSION.open(book, Limits.DEFAULT));
    engines.put("textbook Drools", new SessionEngine(book, Limits.DEFAULT, () -> textbook));
    Map<String, Work> works = new LinkedHashMap<>();
    Engine first = engines.values().iterator().next();
    engines.forEach(
        (name, engine) -> {
          for (CandidateRecord record : records) {
            require(name, first.decide(record, AS_OF), engine.decide(record, AS_OF));
          }
          works.put(name, candidate -> engine.decide(records.get(candidate), AS_OF));
        });
    return works;
  }

  private static Map<String, Work> retakes(Population population) throws Exception {
    RuleBook book = RuleBook.load(Path.of("src/bench/packs/retake"));
    var catalogue = book.pack().catalogue();
    List<CandidateRecord> records =
        LongStream.rangeClosed(1, CANDIDATES)
            .mapToObj(number -> People.simplified(population, number, AS_OF))
            .toList();
    List<Person> people = records.stream().map(record -> People.person(record, AS_OF)).toList();
    Engine plan = EngineChoice.PLAN.open(book, Limits.DEFAULT);
    Engine session = EngineChoice.SESSION.open(book, Limits.DEFAULT);
    Map<String, Work> works = new LinkedHashMap<>();
    works.put("certus, the plan", candidate -> plan.decide(records.get(candidate), AS_OF));
    works.put("certus, sessions", candidate -> session.decide(records.get(candidate), AS_OF));
    works.put(
        "Java, the same decisions",
        candidate -> HandWrittenDecisions.decide(records.get(candidate), AS_OF));
    for (int i = 0; i < CANDIDATES; i++) {
      Object expected = works.get("certus, the plan").decide(i);
      require("sessions", expected, works.get("certus, sessions").decide(i));
      require("Java", expected, works.get("Java, the same decisions").decide(i));
    }
    for (Peer peer :
        List.of(
            new HandWritten(),
            new Drools(),
            new StatelessDrools(),
            new Evrete(),
            new EasyRules(),
            new KieDmn(),
            new CamundaDmn())) {
      for (int i = 0; i < CANDIDATES; i++) {
        Set<Peer.Answer> expected = answers(plan.decide(records.get(i), AS_OF));
        require(peer.name(), expected, new HashSet<>(peer.decide(people.get(i))));
      }
      works.put(peer.name(), candidate -> peer.decide(people.get(candidate)));
    }
    return works;
  }

  private static Set<Peer.Answer> answers(Decisions decisions) {
    Set<Peer.Answer> answers = new HashSet<>();
    for (Decision one : decisions.decisions()) {
      answers.add(
          new Peer.Answer(one.code(), one.subject().id(), date(one.from()), date(one.until())));
    }
    return answers;
  }

  private static LocalDate date(Moment moment) {
    return moment == null ? null : moment.local().toLocalDate();
  }

  private static void require(String name, Object expected, Object given) {
    if (!expected.equals(given)) {
      throw new IllegalStateException("%s: %s, not %s".formatted(name, given, expected));
    }
  }

  /** Times all in turns, so that what slows the machine slows all. */
  private static void print(Map<String, Work> works, Path chart) throws Exception {
    Map<String, Integer> candidates = new LinkedHashMap<>();
    for (Map.Entry<String, Work> work : works.entrySet()) {
      boolean slow = seconds(work.getValue(), CANDIDATES) > LONG_ROUND;
      candidates.put(work.getKey(), slow ? CANDIDATES / 10 : CANDIDATES);
    }
    Map<String, List<Double>> micros = new LinkedHashMap<>();
    for (int round = 0; round < WARM + ROUNDS; round++) {
      for (Map.Entry<String, Work> work : works.entrySet()) {
        int number = candidates.get(work.getKey());
        double each = 1e6 * seconds(work.getValue(), number) / number;
        if (round >= WARM) {
          micros.computeIfAbsent(work.getKey(), name -> new ArrayList<>()).add(each);
        }
      }
    }
    double[] plan = sorted(micros.values().iterator().next());
    Map<String, Double> medians = new LinkedHashMap<>();
    System.out.println("| | µs a candidate | least to most | of the plan |\n|---|---|---|---|");
    micros.forEach(
        (name, values) -> {
          double[] times = sorted(values);
          medians.put(name, median(times));
          System.out.printf(
              Locale.ROOT,
              "| %s | %.2f | %.2f to %.2f | %.2f |%n",
              name,
              median(times),
              times[0],
              times[times.length - 1],
              median(times) / median(plan));
        });
    if (chart != null) {
      Files.writeString(chart, Bars.svg("µs a candidate, on a logarithmic scale", medians));
    }
  }

  private static double seconds(Work work, int candidates) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < candidates; i++) {
      if (work.decide(i) == null) {
        throw new IllegalStateException();
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }
}
