package dev.certus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.output.DecisionJson;
import dev.certus.plan.Plan;
import dev.certus.plan.UnplannedException;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The plan decides as sessions do. */
class PlanEngineTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final Path FORMS = Path.of("src/test/resources/packs/every-form");

  @Test
  void randomCandidatesOfTheShippedPack() throws UnplannedException {
    assertSame(Packs.aws(), population(Packs.aws(), 20_000, 31));
  }

  @Test
  void randomCandidatesOfOtherPacks() throws UnplannedException {
    for (Path pack : List.of(Packs.FIVE_DAYS, Packs.FIVE_ATTEMPTS, FORMS)) {
      RuleBook book = RuleBook.load(pack);
      assertSame(book, population(book, 2_000, 32));
    }
  }

  private static List<CandidateRecord> population(RuleBook book, int candidates, long seed) {
    Population population = new Population(book.pack().catalogue(), seed, AS_OF);
    return LongStream.range(0, candidates).mapToObj(population::candidate).toList();
  }

  private static void assertSame(RuleBook book, List<CandidateRecord> records)
      throws UnplannedException {
    try (Engine session = new SessionEngine(book);
        Engine plan = new PlanEngine(book, Plan.of(book), Limits.DEFAULT)) {
      for (CandidateRecord record : records) {
        assertThat(text(plan, record)).as(record.candidateId()).isEqualTo(text(session, record));
      }
      assertThat(plan.firings()).isEqualTo(session.firings());
    }
  }

  /** The decisions as they are written, or why there are none. */
  private static String text(Engine engine, CandidateRecord record) {
    Answer answer = engine.decide(List.of(record), AS_OF).get(0);
    return answer instanceof Answer.Undecided undecided
        ? undecided.cause().getMessage()
        : answer.decisions().decisions().stream()
            .map(DecisionJson::text)
            .collect(Collectors.joining("\n"));
  }
}
