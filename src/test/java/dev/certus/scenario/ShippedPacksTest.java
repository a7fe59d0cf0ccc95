package dev.certus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.engine.Answer;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.engine.SessionEngine;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each pack that is shipped: its scenarios, what they reach, and both engines on random records.
 */
class ShippedPacksTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final int CANDIDATES = 1_000;

  @ParameterizedTest
  @MethodSource("dev.certus.Packs#shipped")
  void itsScenariosPassAndReachEverything(Path pack) {
    RuleBook book = RuleBook.load(pack);
    try (SessionEngine engine = new SessionEngine(book)) {
      List<ScenarioResult> results =
          new ScenarioRun(engine).run(ScenarioReader.of(book.pack().record(), pack));

      assertThat(results).isNotEmpty().allMatch(ScenarioResult::passed);
      assertThat(Coverage.of(book, results).kinds().values())
          .allMatch(kind -> kind.missed().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.certus.Packs#shipped")
  void bothEnginesDecideItsRandomCandidates(Path pack) {
    RuleBook book = RuleBook.load(pack);
    Population population = new Population(book.pack(), 1, AS_OF);
    List<CandidateRecord> records =
        LongStream.range(0, CANDIDATES).mapToObj(population::candidate).toList();
    try (Engine both = EngineChoice.BOTH.open(book, Limits.DEFAULT)) {
      assertThat(both.decideAhead(records, AS_OF)).allMatch(Answer.Decided.class::isInstance);
      assertThat(both.use().decidedTwice()).isEqualTo(CANDIDATES);
    }
  }
}
