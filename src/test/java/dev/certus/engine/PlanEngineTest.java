package dev.certus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.pack.PackFiles;
import dev.certus.plan.Plan;
import dev.certus.plan.UnplannedException;
import dev.certus.population.Population;
import dev.certus.problem.PackException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan decides as sessions do. */
class PlanEngineTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final String LATE =
      """
      package five

      import dev.certus.fact.Attempt

      rule "a second wait"
          @phase( "waits" )
      when
          $attempt : Attempt( )
          exists( Wait( attempt != $attempt ) )
      then
          insert( new Wait( $attempt, $attempt.startedAt() ) );
      end
      """;

  private static final Path FORMS = Path.of("src/test/resources/packs/every-form");

  @Test
  void randomCandidatesOfTheShippedPack() {
    assertSame(Packs.aws(), population(Packs.aws(), 15_000, 31));
  }

  @Test
  void randomCandidatesOfOtherPacks() {
    for (Path pack : List.of(Packs.FIVE_DAYS, Packs.FIVE_ATTEMPTS, FORMS)) {
      RuleBook book = RuleBook.load(pack);
      assertSame(book, population(book, 2_000, 32));
    }
  }

  @Test
  void aCandidateWithAThousandFacts() {
    assertSame(Packs.aws(), List.of(manyAttempts(0, 999)));
  }

  /** So many that facts are looked up instead of tried. */
  @Test
  void candidatesWithManyFacts() {
    List<CandidateRecord> records =
        IntStream.range(0, 60)
            .mapToObj(number -> manyAttempts(100L * number, 10 + 2 * number))
            .toList();
    assertSame(Packs.aws(), records);
    for (Path pack : List.of(Packs.FIVE_DAYS, Packs.FIVE_ATTEMPTS, FORMS)) {
      assertSame(RuleBook.load(pack), records);
    }
  }

  /** A candidate who has the attempts of many random ones. */
  private static CandidateRecord manyAttempts(long first, int number) {
    Population population = new Population(Packs.aws().pack(), 33, AS_OF);
    List<RecordEntry> attempts =
        LongStream.range(first, first + 5_000)
            .mapToObj(population::candidate)
            .flatMap(candidate -> candidate.list("attempts").stream())
            .limit(number)
            .toList();
    List<RecordEntry> renamed =
        IntStream.range(0, attempts.size())
            .mapToObj(place -> Records.renamed(attempts.get(place), "A-" + place))
            .toList();
    CandidateRecord nobody = population.candidate(first);
    RecordShape shape = nobody.shape();
    List<List<RecordEntry>> lists =
        shape.lists().stream()
            .map(list -> list.name().equals("attempts") ? renamed : List.<RecordEntry>of())
            .toList();
    return new CandidateRecord(shape, "C-" + first, null, nobody.more(), lists);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a flipped comparison | until > $at, | until < $at, | by the plan alone: Decision[code=retake-blocked",
        "a lost match | Failed( $attempt : attempt, $exam : exam ) | Failed( $attempt : attempt, $exam : exam, exam.beta ) | in a session alone: Decision[code=retake-",
        "a wrong order | beganBefore( this, $first ) | beganBefore( $first, this ) | in a session: Decision[code=retake-blocked, subject=exam",
      })
  void aFaultOfThePlanIsFoundAndEndsTheRun(String fault, String right, String wrong, String words)
      throws UnplannedException {
    PackFiles files = Packs.aws().files();
    String retakes = files.texts().get("retakes.drl");
    assertThat(retakes).contains(right);
    RuleBook faulty = Packs.aws().changed(files.with("retakes.drl", retakes.replace(right, wrong)));
    SecondOpinion auto = new SecondOpinion.Sampled(Packs.aws().rules().size());
    Engine engine = new PlanEngine(Packs.aws(), Plan.of(faulty), Limits.DEFAULT, auto);

    try (engine) {
      assertThatThrownBy(() -> engine.decide(population(Packs.aws(), 2_000, 34), AS_OF))
          .as(fault)
          .isInstanceOf(EnginesDifferException.class)
          .hasMessageContaining("the engines differ on candidate `C-")
          .hasMessageContaining(words)
          .hasMessageContaining("help: report it");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a condition on a fact throws | Attempt( resultPostedAt.day() == day ) | insert( new Unresolved( null, null ) );",
        "a condition on two facts throws | $a : Attempt( ) Attempt( rank != $a.rank, $a.resultPostedAt().day() == day ) | insert( new Unresolved( null, null ) );",
        "a consequence throws | $a : Attempt( ) | decisions.give( null, attempt( $a.id() ) );",
        "rules do not end | Sitting( $e : exam, $at : at, $s : subject ) | insert( new Sitting( $e, $at, $s, false ) );",
      })
  void recordsThatCannotBeDecidedAreThoseOfSessions(
      String how, String when, String then, @TempDir Path folder) {
    Path pack = Packs.copy(Packs.AWS, folder);
    Packs.addRuleOnC2(pack, when, then);
    RuleBook book = RuleBook.load(pack);
    List<CandidateRecord> records = new ArrayList<>(population(book, 20, 35));
    CandidateRecord some = manyAttempts(7, 5);
    records.add(new CandidateRecord(some.shape(), "C-2", null, some.more(), some.lists()));

    assertSame(book, records);
    try (Engine plan = EngineChoice.PLAN.open(book, Limits.DEFAULT)) {
      assertThat(plan.decide(records, AS_OF).get(20)).as(how).isInstanceOf(Answer.Undecided.class);
    }
  }

  @Test
  void aRuleThatIsNotPlannedIsNamedWithItsReason() {
    RuleBook book =
        RuleBook.load(
            PackFiles.read(Packs.FIVE_DAYS, "five-days").with("late.drl", LATE), RuleCache.none());

    assertThat(EngineChoice.unplanned(book))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.at().toString()).isEqualTo("five-days/late.drl:5:6");
              assertThat(problem.message())
                  .isEqualTo(
                      "rule `a second wait` has no plan, since it asks whether there is a `Wait`,"
                          + " which rules of its own phase derive");
            });
    assertThatThrownBy(() -> EngineChoice.PLAN.open(book, Limits.DEFAULT))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("late.drl:5:6");
    try (Engine engine = EngineChoice.AUTO.open(book, Limits.DEFAULT)) {
      assertThat(engine.use()).isEqualTo(new EngineUse("session", 0));
    }
  }

  private static List<CandidateRecord> population(RuleBook book, int candidates, long seed) {
    Population population = new Population(book.pack(), seed, AS_OF);
    return LongStream.range(0, candidates).mapToObj(population::candidate).toList();
  }

  private static void assertSame(RuleBook book, List<CandidateRecord> records) {
    try (Engine session = new SessionEngine(book);
        Engine plan = EngineChoice.PLAN.open(book, Limits.DEFAULT)) {
      for (CandidateRecord record : records) {
        assertThat(text(plan, record)).as(record.candidateId()).isEqualTo(text(session, record));
      }
      assertThat(plan.firings()).isEqualTo(session.firings());
    }
  }

  private static String text(Engine engine, CandidateRecord record) {
    return AnswerText.of(engine.decideAhead(List.of(record), AS_OF).get(0));
  }
}
