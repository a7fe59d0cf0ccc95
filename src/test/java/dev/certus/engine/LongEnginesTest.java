package dev.certus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.mutation.Mutant;
import dev.certus.mutation.Mutants;
import dev.certus.population.Population;
import dev.certus.problem.PackException;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import dev.certus.scenario.ScenarioReader;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The plan decides as sessions do: the searches that take minutes, in the profile engines. */
@EnabledIfSystemProperty(named = "engines.candidates", matches = "\\d+")
class LongEnginesTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final int AT_ONCE = 1_000;
  private static final int COMPILED_TOGETHER = 16;

  @Test
  void randomCandidatesOnOneThreadAndOnTwo() throws Exception {
    RuleBook book = Packs.aws();
    long candidates = Long.getLong("engines.candidates");
    Population population = new Population(book.pack(), Long.getLong("engines.seed", 1), AS_OF);
    ExecutorService second = Executors.newSingleThreadExecutor();
    try (Engine both = EngineChoice.BOTH.open(book, Limits.DEFAULT);
        Engine shared = EngineChoice.PLAN.open(book, Limits.DEFAULT)) {
      for (long from = 0; from < candidates; from += AT_ONCE) {
        List<CandidateRecord> records =
            LongStream.range(from, from + AT_ONCE).mapToObj(population::candidate).toList();
        Future<List<Answer>> there = second.submit(() -> shared.decideAhead(records, AS_OF));
        List<Answer> here = shared.decideAhead(records, AS_OF);
        List<Answer> answers = both.decideAhead(records, AS_OF);
        for (int i = 0; i < records.size(); i++) {
          assertThat(AnswerText.of(here.get(i))).isEqualTo(AnswerText.of(answers.get(i)));
          assertThat(AnswerText.of(there.get().get(i))).isEqualTo(AnswerText.of(answers.get(i)));
        }
      }
      assertThat(both.use().decidedTwice()).isEqualTo(candidates);
    } finally {
      second.shutdown();
    }
  }

  /** The next change is the first, on each engine. */
  @Test
  void nextChanges() {
    RuleBook book = Packs.aws();
    long candidates = Long.getLong("engines.candidates") / 2;
    Population population = new Population(book.pack(), Long.getLong("engines.seed", 1) + 1, AS_OF);
    try (Engine plan = EngineChoice.PLAN.open(book, Limits.DEFAULT);
        Engine session = EngineChoice.SESSION.open(book, Limits.DEFAULT)) {
      for (long number = 0; number < candidates; number++) {
        CandidateRecord record = population.candidate(number);
        NextChangeTest.assertFirst(book, plan, record, AS_OF);
        assertThat(session.decideAhead(record, AS_OF).nextChangeAt())
            .isEqualTo(plan.decideAhead(record, AS_OF).nextChangeAt());
      }
    }
  }

  /** Each change of the pack's rules and files: the engines agree on what it does, too. */
  @Test
  void mutantsOfTheShippedPack() {
    RuleBook book = Packs.aws();
    List<Scenario> scenarios = ScenarioReader.of(book.pack().record(), Packs.AWS);
    List<Mutant> mutants = Mutants.of(book.files());
    int planned = 0;
    for (int from = 0; from < mutants.size(); from += COMPILED_TOGETHER) {
      List<Mutant> some = mutants.subList(from, Math.min(mutants.size(), from + COMPILED_TOGETHER));
      for (Supplier<RuleBook> mutated : book.variants(some.stream().map(Mutant::files).toList())) {
        planned += agree(mutated, scenarios) ? 1 : 0;
      }
    }
    assertThat(planned).isGreaterThan(mutants.size() / 2);
    System.out.printf("%d of %d mutants decided by both engines%n", planned, mutants.size());
  }

  /** Whether the mutant is sound and planned; where it is, its engines agree. */
  private static boolean agree(Supplier<RuleBook> mutated, List<Scenario> scenarios) {
    try (Engine both = EngineChoice.BOTH.open(mutated.get(), Limits.DEFAULT)) {
      for (Scenario scenario : scenarios) {
        both.decide(List.of(scenario.record()), scenario.asOf());
      }
      return true;
    } catch (PackException e) {
      return false;
    }
  }
}
