package dev.certus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.certus.Packs;
import dev.certus.adapter.Sources;
import dev.certus.decision.Decision;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.pack.PackFiles;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordReader;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RecordSource;
import dev.certus.run.Rejection;
import dev.certus.run.RunListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits made by script: what they change, and that each change has its cause, by brute force. */
class ComparisonTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final int CANDIDATES = 1_200;
  private static final RuleBook AWS = Packs.aws();

  private static List<CandidateRecord> records;
  @TempDir private static Path folder;
  private static Path file;

  /** A text of a file in place of another. */
  private record Edit(String file, String from, String to) {

    PackFiles in(PackFiles files) {
      String text = files.texts().get(file);
      assertThat(text).contains(from);
      return files.with(file, text.replace(from, to));
    }
  }

  private static final Edit WAIT = new Edit("terms.yaml", "- value: 14\n", "- value: 21\n");
  private static final Edit LOCK =
      new Edit(
          "terms.yaml",
          "\"Exam retakes\"\n  values:\n    - value: 2\n",
          "\"Exam retakes\"\n  values:\n    - value: 1\n");
  private static final Edit SCORE =
      new Edit(
          "terms.yaml", "foundational: 700, associate: 720", "foundational: 650, associate: 720");
  private static final Edit FEE =
      new Edit("terms.yaml", "foundational: 100.00", "foundational: 120.00");
  private static final Edit LAST_DAY =
      new Edit("exams.yaml", "last-day: 2026-11-30", "last-day: 2026-12-31");
  private static final Edit FIRST_DAY =
      new Edit("exams.yaml", "first-day: 2026-11-17", "first-day: 2026-12-24");
  private static final Edit RENEWAL =
      new Edit("renewals.yaml", "- {certification: DVA, renewed-by: DOP}\n", "");
  private static final Edit NEW_RENEWAL =
      new Edit(
          "renewals.yaml",
          "- {certification: SAA, renewed-by: SAP}\n",
          "- {certification: SAA, renewed-by: SAP}\n- {certification: SAA, renewed-by: DOP}\n");
  private static final Edit READING =
      new Edit("retakes.drl", "@readings( \"I1, I2\" )", "@readings( \"I1\" )");
  private static final Edit NOT_BETA =
      new Edit(
          "recertification.drl",
          "exists RenewalExam( certification == $held, exam.beta == false )",
          "exists RenewalExam( certification == $held )");
  private static final Edit OTHER_WAIT =
      new Edit("retakes.drl", "\"retake-wait\"", "\"retake-pause\"");
  private static final Edit PAUSE =
      new Edit(
          "terms.yaml",
          "pass-lock:\n",
          """
          retake-pause:
            description: How long after a failed attempt.
            unit: calendar-days
            clause: AWS-RETAKE-14D
            reference: this test
            values:
              - value: 14

          pass-lock:
          """);
  private static final Edit REASON =
      new Edit("retakes.drl", "may be taken once.\"", "may be taken just once.\"");

  private static final List<Edit> SINGLES =
      List.of(
          WAIT,
          LOCK,
          SCORE,
          FEE,
          LAST_DAY,
          FIRST_DAY,
          RENEWAL,
          NEW_RENEWAL,
          READING,
          NOT_BETA,
          REASON,
          new Edit("terms.yaml", "associate: 720", "associate: 800"),
          new Edit(
              "terms.yaml",
              "professional: 750, specialty: 750",
              "professional: 760, specialty: 700"),
          new Edit("terms.yaml", "associate: 150.00", "associate: 140.00"),
          new Edit(
              "exams.yaml",
              "certification: MLA, level: associate, first-day: 2024-10-08, last-day: 2027-01-13",
              "certification: MLA, level: associate, first-day: 2024-10-08, last-day: 2026-10-13"),
          new Edit("exams.yaml", "last-day: 2026-12-31", "last-day: 2027-12-31"),
          new Edit("exams.yaml", "first-day: 2026-09-01, beta: true", "first-day: 2026-09-01"),
          new Edit("exams.yaml", "AWS Certified AI Practitioner", "AWS AI Practitioner"),
          new Edit("renewals.yaml", "- {certification: AIF, renewed-by: MLA}\n", ""));

  private static final List<List<Edit>> PAIRS =
      List.of(
          List.of(WAIT, FEE),
          List.of(WAIT, LOCK),
          List.of(SCORE, WAIT),
          List.of(SCORE, LOCK),
          List.of(LAST_DAY, WAIT),
          List.of(LAST_DAY, LOCK),
          List.of(FIRST_DAY, RENEWAL),
          List.of(RENEWAL, NEW_RENEWAL),
          List.of(NOT_BETA, WAIT),
          List.of(READING, WAIT),
          List.of(READING, LOCK),
          List.of(NEW_RENEWAL, SCORE),
          List.of(FEE, LAST_DAY),
          List.of(FIRST_DAY, LOCK),
          List.of(REASON, SCORE),
          List.of(NOT_BETA, LAST_DAY));

  private static final List<Edit> NEUTRAL =
      List.of(
          new Edit("retakes.drl", "// AWS-RETAKE-14D\n", "// AWS-RETAKE-14D  \n// said twice\n"),
          new Edit("retakes.drl", "$wait", "$pause"),
          new Edit(
              "terms.yaml", "How long after the day of a failed attempt", "How long after a fail"),
          new Edit("exams.yaml", "confirmed: false", "confirmed: true"),
          new Edit("clauses.yaml", "title: Passing score", "title: The passing score"),
          new Edit("pack.yaml", "version: \"2026.11\"", "version: \"2026.12\""));

  @BeforeAll
  static void writeRecords() throws IOException {
    Population population = new Population(AWS.pack(), 64, AS_OF);
    records = LongStream.rangeClosed(1, CANDIDATES).mapToObj(population::candidate).toList();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (CandidateRecord record : records) {
      lines.writeBytes(RecordJson.line(record));
      lines.write('\n');
    }
    file = folder.resolve("records.jsonl");
    Files.write(file, lines.toByteArray());
  }

  static Stream<List<Edit>> singles() {
    return SINGLES.stream().map(List::of);
  }

  static Stream<List<Edit>> pairs() {
    return PAIRS.stream();
  }

  static Stream<Edit> neutral() {
    return NEUTRAL.stream();
  }

  /** Each change of each record is there, with the causes that brute force finds. */
  @ParameterizedTest
  @MethodSource({"singles", "pairs"})
  void everyChangeHasItsCause(List<Edit> edits) {
    Impact impact = compare(edits);
    List<RuleBook> books = new ArrayList<>();
    edits.forEach(edit -> books.add(AWS.changed(edit.in(AWS.files()))));
    RuleBook all = book(edits);

    TreeMap<String, Long> expected = new TreeMap<>();
    Set<String> candidates = new HashSet<>();
    try (Answers before = new Answers(AWS);
        Answers after = new Answers(all)) {
      List<Answers> alone = books.stream().map(Answers::new).toList();
      for (CandidateRecord record : records) {
        for (Difference one : Difference.between(before.of(record), after.of(record))) {
          candidates.add(record.candidateId());
          expected.merge(
              Transition.Kind.of(one, null).words() + ", " + cause(record, one, alone),
              1L,
              Long::sum);
        }
      }
      alone.forEach(Answers::close);
    }

    TreeMap<String, Long> found = new TreeMap<>();
    for (Transition transition : impact.transitions()) {
      Cause cause = transition.kind().cause();
      found.merge(
          transition.kind().words() + ", " + cause.kind() + " " + cause.edits().size(),
          transition.decisions(),
          Long::sum);
    }
    assertThat(found).isEqualTo(expected);
    assertThat(impact.changed()).isEqualTo(candidates.size()).isPositive();
    assertThat(impact.records()).isEqualTo(CANDIDATES);
    assertThat(impact.edits()).hasSameSizeAs(edits);
  }

  /** By its definition: one edit is enough; or both are needed; or the edit is the only one. */
  private static String cause(CandidateRecord record, Difference difference, List<Answers> alone) {
    if (alone.size() == 1) {
      return "ONE 1";
    }
    Decision question = difference.either();
    List<Boolean> enough =
        alone.stream()
            .map(answers -> Objects.equals(answers.of(record, question), difference.after()))
            .toList();
    long number = enough.stream().filter(yes -> yes).count();
    return number == 1 ? "ONE 1" : number == 2 ? "EACH 2" : "TOGETHER 2";
  }

  @ParameterizedTest
  @MethodSource("neutral")
  void aNeutralEditChangesNothing(Edit edit) {
    Impact impact = compare(List.of(edit));

    assertThat(impact.isNone()).isTrue();
    assertThat(impact.transitions()).isEmpty();
    assertThat(impact.records()).isEqualTo(CANDIDATES);
  }

  @Test
  void editsThatCancelEachOtherChangeNothing() {
    assertThat(compare(List.of(WAIT, OTHER_WAIT, PAUSE)).isNone()).isTrue();
  }

  @Test
  void aRuleAndTheTermThatItNeedsAreOneCause() {
    Edit longer =
        new Edit(
            "terms.yaml",
            "reference: this test\n  values:\n    - value: 14",
            "reference: this test\n  values:\n    - value: 30");
    Impact impact = compare(List.of(OTHER_WAIT, PAUSE, longer, FEE));

    assertThat(impact.edits())
        .extracting(PackEdit::what)
        .containsExactlyInAnyOrder("rule a fail starts a wait", "term retake-pause", "term fee");
    assertThat(impact.transitions())
        .extracting(one -> one.kind().cause().toString())
        .containsOnly("rule a fail starts a wait, term retake-pause", "term fee");
  }

  @Test
  void theWitnessShowsTheTransitionAndNothingCanBeLeftOut() {
    Impact impact = compare(List.of(WAIT));

    Transition blocked =
        impact.transitions().stream()
            .filter(one -> one.kind().words().equals("retake-eligible -> retake-blocked"))
            .findFirst()
            .orElseThrow();
    assertThat(blocked.witness().list("attempts")).hasSize(1);
    assertThat(blocked.witness().list("certifications")).isEmpty();
    assertThat(blocked.witness().list("appointments")).isEmpty();
    assertThat(Example.of(impact, AWS, book(List.of(WAIT))))
        .filteredOn(example -> example.transition().equals(blocked))
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.scenario())
                  .contains("scenario:", "retake-blocked", "absent:", "retake-eligible");
              assertThat(example.before()).contains("14 calendar days, counted from");
              assertThat(example.after()).contains("21 calendar days, counted from");
            });
  }

  @Test
  void moneyAndDaysAreSummedUp() {
    Impact impact = compare(List.of(WAIT, FEE));

    assertThat(impact.money()).extracting(MoneyChange::detail).contains("amount");
    MoneyChange fee = impact.money().get(0);
    assertThat(fee.after().subtract(fee.before()).longValueExact()).isEqualTo(20 * fee.decisions());
    assertThat(impact.transitions())
        .filteredOn(one -> one.kind().words().equals("retake-blocked: other until"))
        .singleElement()
        .satisfies(one -> assertThat(one.daysMoved()).containsExactly(entry(7L, one.decisions())));
  }

  @Test
  void conditionsCountCandidates() {
    Impact impact =
        compare(
            List.of(WAIT),
            1,
            false,
            "changed > 0 outside AWS-RETAKE-14D, AWS-RECERT-OPTIONS",
            "newly-retake-blocked > 0",
            "newly-blocked > 99%",
            "no-longer-eligible > 0 in AWS-RETAKE-14D",
            "undecided > 0");

    assertThat(impact.conditions())
        .extracting(ConditionResult::holds)
        .containsExactly(false, true, false, true, false);
  }

  @Test
  void aChangeFromAFutureDayIsSeenInTheComingYear() {
    Edit later =
        new Edit(
            "exams.yaml",
            "first-day: 2024-10-08, last-day: 2027-01-13",
            "first-day: 2024-10-08, last-day: 2027-03-13");
    Impact impact = compare(List.of(later), 1, true);

    assertThat(impact.year()).hasSize(13);
    assertThat(impact.year().get(0).changed()).isEqualTo(impact.changed());
    assertThat(impact.year().get(1).at()).isEqualTo("2026-12-23T08:00:00Z");
    assertThat(impact.year().get(3).changed()).isGreaterThan(impact.changed());
    assertThat(impact.year())
        .allSatisfy(
            month -> {
              assertThat(month.sampled()).isEqualTo(CANDIDATES);
              assertThat(month.estimate().most()).isEqualTo(month.changed());
            });
  }

  @Test
  void whatTheNewPackCannotDecideIsCounted() {
    Edit lost = new Edit("terms.yaml", "foundational: 700, ", "");
    Impact impact = compare(List.of(lost), 1, false, "undecided > 0");

    assertThat(impact.undecided()).isPositive();
    assertThat(impact.isNone()).isFalse();
    assertThat(impact.firstUndecided()).contains("term `passing-score` has no value for");
    assertThat(impact.conditions().get(0).holds()).isTrue();
    for (ImpactFormat format : ImpactFormat.values()) {
      assertThat(format.writer().text(impact, List.of())).contains("passing-score");
    }
  }

  @Test
  void aSampleEstimatesAll() {
    Impact all = compare(List.of(WAIT));
    Impact part = compare(List.of(WAIT), 0.4, false);

    assertThat(part.records() + part.skipped()).isEqualTo(CANDIDATES);
    assertThat(part.records()).isBetween(CANDIDATES / 3L, CANDIDATES / 2L);
    Estimate estimate = part.estimate(part.changed());
    assertThat(all.changed()).isBetween(estimate.least(), estimate.most());
  }

  private static Impact compare(List<Edit> edits) {
    return compare(edits, 1, false);
  }

  private static Impact compare(
      List<Edit> edits, double share, boolean year, String... conditions) {
    ComparisonOptions options =
        new ComparisonOptions(
            AS_OF,
            EngineChoice.PLAN,
            Limits.DEFAULT,
            2,
            share,
            year,
            Arrays.stream(conditions).map(Condition::of).toList());
    try (RecordSource source =
        Sources.open(AWS.pack().record(), file.toString(), List.of(), warning -> {})) {
      return new Comparison(
              AWS, book(edits), options, new RecordReader(AWS.pack().record(), field -> {}))
          .run(
              source,
              new RunListener() {
                @Override
                public void progressed(long read, long rejected, double share) {}

                @Override
                public void rejected(Rejection rejection) {
                  throw new AssertionError(rejection);
                }
              });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuleBook book(List<Edit> edits) {
    PackFiles files = AWS.files();
    for (Edit edit : edits) {
      files = edit.in(files);
    }
    return AWS.changed(files);
  }

  /** What a pack decides of one record after another. */
  private static final class Answers implements AutoCloseable {

    private final Engine engine;

    Answers(RuleBook book) {
      this.engine = EngineChoice.PLAN.open(book, Limits.DEFAULT);
    }

    List<Decision> of(CandidateRecord record) {
      return engine.decide(record, AS_OF).decisions();
    }

    Decision of(CandidateRecord record, Decision question) {
      return of(record).stream()
          .filter(decision -> decision.compareTo(question) == 0)
          .findFirst()
          .orElse(null);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
