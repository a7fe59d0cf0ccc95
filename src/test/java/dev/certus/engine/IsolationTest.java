package dev.certus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** No candidate touches another: whatever stands beside a record, its answer has the same bytes. */
class IsolationTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final RuleBook AWS = Packs.aws();
  private static final RuleBook ATTEMPTS = RuleBook.load(Packs.FIVE_ATTEMPTS);
  private static final RuleBook FORMS =
      RuleBook.load(Path.of("src/test/resources/packs/every-form"));

  @Test
  void anyOrderAnyGroupingAndAnyThreadsGiveTheSameBytes() throws Exception {
    Random random = new Random(5);
    List<CandidateRecord> records = records(150, 5);
    for (RuleBook book : List.of(AWS, ATTEMPTS, FORMS)) {
      Map<String, String> alone = together(book, records, records.size(), 1);
      assertThat(alone).containsAllEntriesOf(alone(book, records.subList(0, 8)));
      for (int threads : List.of(1, 3)) {
        Collections.shuffle(records, random);
        assertThat(together(book, records, 1 + random.nextInt(40), threads)).isEqualTo(alone);
      }
    }
  }

  /** Each record in an engine of its own. */
  private static Map<String, String> alone(RuleBook book, List<CandidateRecord> records) {
    Map<String, String> answers = new ConcurrentHashMap<>();
    for (CandidateRecord record : records) {
      try (SessionEngine engine = new SessionEngine(book)) {
        answers.put(
            record.candidateId(), AnswerText.of(engine.decide(List.of(record), AS_OF).get(0)));
      }
    }
    return answers;
  }

  /** Groups of records, by one engine on some threads; two ways to one answer must agree. */
  private static Map<String, String> together(
      RuleBook book, List<CandidateRecord> records, int group, int threads) throws Exception {
    Map<String, String> answers = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (SessionEngine engine = new SessionEngine(book)) {
      List<Future<?>> groups = new ArrayList<>();
      for (int start = 0; start < records.size(); start += group) {
        List<CandidateRecord> some =
            records.subList(start, Math.min(start + group, records.size()));
        groups.add(
            pool.submit(
                () -> {
                  List<Answer> decided = engine.decide(some, AS_OF);
                  for (int i = 0; i < decided.size(); i++) {
                    answers.put(some.get(i).candidateId(), AnswerText.of(decided.get(i)));
                  }
                }));
      }
      for (Future<?> one : groups) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }
    return answers;
  }

  private static List<CandidateRecord> records(int count, int seed) {
    Population population = new Population(AWS.pack(), seed, AS_OF);
    return LongStream.rangeClosed(1, count)
        .mapToObj(population::candidate)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
