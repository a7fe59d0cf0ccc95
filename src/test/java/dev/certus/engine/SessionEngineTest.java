package dev.certus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.decision.Decisions;
import dev.certus.fact.Facts;
import dev.certus.pack.PackFiles;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import dev.certus.time.Present;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionEngineTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final RuleBook BOOK = Packs.aws();
  private static final CandidateRecord FAILED =
      Records.of(
          """
          {'candidateId':'C','attempts':[
            {'id':'A-1','exam':'NET-1','startedAt':'2026-11-20T10:00:00Z','outcome':'fail'}]}
          """);

  @TempDir private Path folder;

  @Test
  void theOrderOfFactsAndRulesDoesNotMatter() {
    RuleBook reversed = reversedRules();
    SessionWorker ours = worker(BOOK);
    SessionWorker theirs = worker(reversed);
    Random random = new Random(5);
    for (CandidateRecord candidate : candidates(400)) {
      String expected = ours.decide(facts(candidate, BOOK), null).toString();
      assertThat(ours.decide(shuffled(facts(candidate, BOOK), random), null)).hasToString(expected);
      assertThat(theirs.decide(shuffled(facts(candidate, reversed), random), null))
          .hasToString(expected);
    }
  }

  private static SessionWorker worker(RuleBook book) {
    return new SessionWorker(book, new SessionPool(book), new Firings(book.rules().values()), 60);
  }

  private static List<Object> facts(CandidateRecord candidate, RuleBook book) {
    return new Facts(book.types(), book.pack().catalogue()).of(candidate, new Present(AS_OF));
  }

  private static List<Object> shuffled(List<Object> facts, Random random) {
    Collections.shuffle(facts, random);
    return facts;
  }

  /** The shipped pack with the rules of each file in reverse order. */
  private static RuleBook reversedRules() {
    PackFiles files = PackFiles.read(Packs.AWS, "reversed");
    SortedMap<String, String> texts = new TreeMap<>(files.texts());
    texts.replaceAll((name, text) -> name.endsWith(".drl") ? reversed(text) : text);
    return RuleBook.load(new PackFiles("reversed", texts), RuleCache.none());
  }

  private static String reversed(String drl) {
    List<String> parts = new ArrayList<>(List.of(drl.split("(?m)^(?=rule )", -1)));
    String head = parts.remove(0);
    Collections.reverse(parts);
    return head + String.join("\n", parts);
  }

  @Test
  void manyThreadsGetTheAnswersThatOneGets() {
    List<CandidateRecord> candidates = candidates(300);
    try (SessionEngine engine = new SessionEngine(BOOK)) {
      List<Decisions> alone = candidates.stream().map(c -> engine.decide(c, AS_OF)).toList();
      List<Decisions> together =
          IntStream.range(0, 900)
              .parallel()
              .mapToObj(i -> engine.decide(candidates.get(i % 300), AS_OF))
              .toList();
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i)).isEqualTo(alone.get(i % 300));
      }
    }
  }

  @Test
  void anotherFolderIsAnotherPolicy() {
    Decisions decisions = decide(RuleBook.load(Packs.FIVE_DAYS), FAILED);
    assertThat(decisions.decisions())
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.code()).isEqualTo("retake-blocked");
              assertThat(decision.until()).hasToString("2026-11-26T00:00:00Z");
              assertThat(decision.clause()).isEqualTo("WAIT");
              assertThat(decision.readings()).containsExactly("R1");
              assertThat(decision.evidence()).containsExactly("A-1");
            });
  }

  @Test
  void anotherNumberIsAnotherDecision() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("terms.yaml"), "value: 5", "value: 30");
    assertThat(decide(RuleBook.load(pack), FAILED).decisions().get(0).until())
        .hasToString("2026-12-21T00:00:00Z");
  }

  @Test
  void aTermCountsFromItsFirstDay() {
    CandidateRecord earlier =
        Records.of(
            """
            {'candidateId':'C','attempts':[
              {'id':'A-1','exam':'NET-1','startedAt':'2025-12-31T23:59:59Z','outcome':'fail'}]}
            """);
    try (SessionEngine engine = new SessionEngine(RuleBook.load(Packs.FIVE_DAYS))) {
      Decisions decisions = engine.decide(earlier, Instant.parse("2026-01-01T00:00:00Z"));
      assertThat(decisions.decisions().get(0).until()).hasToString("2026-01-04T00:00:00Z");
    }
  }

  @Test
  void aRuleThatThrowsIsNamedAndHarmsNobodyElse() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        "    insert( new Wait",
        "    String none = $attempt.id().equals( \"A-1\" ) ? \"boom\".substring( 9 ) : \"\";\n"
            + "    insert( new Wait");
    CandidateRecord other =
        Records.of(
            """
            {'candidateId':'D','attempts':[
              {'id':'A-2','exam':'NET-1','startedAt':'2026-11-20T10:00:00Z','outcome':'fail'}]}
            """);
    try (SessionEngine engine = new SessionEngine(RuleBook.load(pack))) {
      assertThatThrownBy(() -> engine.decide(FAILED, AS_OF))
          .isInstanceOfSatisfying(
              DecisionException.class,
              e -> assertThat(e.rule()).isEqualTo("a fail starts a wait on the day after"))
          .hasMessageContaining("begin 9");
      assertThat(engine.decide(other, AS_OF).decisions()).hasSize(1);
    }
  }

  /** Three facts of nine hundred can be joined in so many ways that no night is long enough. */
  @Test
  void rulesThatTakeTooLongAreStoppedAndHarmNobodyElse() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        "    $attempt : Attempt( outcome == Outcome.FAIL,",
        "    Attempt( $one : rank ) Attempt( $two : rank != $one )\n"
            + "    $attempt : Attempt( rank == $one + $two + 5000,");
    CandidateRecord slow = fails(900);
    Limits limits = Limits.DEFAULT.withSeconds(1);
    try (SessionEngine engine = new SessionEngine(RuleBook.load(pack), limits)) {
      List<Answer> answers = engine.decide(List.of(FAILED, slow, FAILED), AS_OF);

      assertThat(answers.get(1))
          .isInstanceOfSatisfying(
              Answer.Undecided.class,
              answer ->
                  assertThat(answer.cause())
                      .isInstanceOf(TooLongException.class)
                      .hasMessageContaining("took longer than 1 second"));
      assertThat(answers.get(0)).isInstanceOf(Answer.Decided.class).isEqualTo(answers.get(2));
    }
  }

  private static CandidateRecord fails(int count) {
    String attempts =
        IntStream.range(0, count)
            .mapToObj(
                "{'id':'A-%d','exam':'NET-1','startedAt':'2026-11-20T10:00:00Z','outcome':'fail'}"
                    ::formatted)
            .collect(Collectors.joining(","));
    return Records.of("{'candidateId':'D','attempts':[" + attempts + "]}");
  }

  /** They would take the memory of a small machine before the first of them fires. */
  @Test
  void rulesThatMatchTooOftenAreStoppedAndHarmNobodyElse() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        "    Wait( $attempt : attempt,",
        "    Attempt( $one : rank ) Attempt( rank != $one )\n    Wait( $attempt : attempt,");
    try (SessionEngine engine = new SessionEngine(RuleBook.load(pack))) {
      List<Answer> answers = engine.decide(List.of(FAILED, fails(150), FAILED), AS_OF);

      assertThat(((Answer.Undecided) answers.get(1)).cause())
          .hasMessage(
              "the rules of phase `decisions` match more than 15,100 times; last: rule `an exam may"
                  + " not be taken again before the wait is over`");
      assertThat(answers.get(0)).isInstanceOf(Answer.Decided.class).isEqualTo(answers.get(2));
    }
  }

  @Test
  void aDetailThatNoOutputCanWriteIsRefused() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        ".until( $until )",
        ".until( $until ).detail( \"x\", $attempt )");

    assertThatThrownBy(() -> decide(RuleBook.load(pack), FAILED))
        .hasMessageContaining("the detail `x` is of the type Attempt");
  }

  @Test
  void aConditionThatThrowsIsNamedAndHarmsNobodyElse() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        "outcome == Outcome.FAIL,",
        "outcome == Outcome.FAIL, resultPostedAt.zone != null,");
    CandidateRecord other =
        Records.of(
            """
            {'candidateId':'D','attempts':[{'id':'A-2','exam':'NET-1',
              'startedAt':'2026-11-20T10:00:00Z','outcome':'pending'}]}
            """);
    try (SessionEngine engine = new SessionEngine(RuleBook.load(pack))) {
      assertThatThrownBy(() -> engine.decide(FAILED, AS_OF))
          .isInstanceOfSatisfying(
              DecisionException.class,
              e -> assertThat(e.rule()).isEqualTo("a fail starts a wait on the day after"))
          .hasMessageContaining("NullPointerException");
      assertThat(engine.decide(other, AS_OF).decisions()).hasSize(1);
    }
  }

  @Test
  void aRuleThatRunsAwayIsStopped() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        "rule \"an exam",
        """
        rule "every wait brings another"
            @clause( "WAIT" )
            ruleflow-group "waits"
        when
            Wait( $attempt : attempt, $until : until )
        then
            insert( new Wait( $attempt, $until.day().next().start() ) );
        end

        rule "an exam""");
    assertThatThrownBy(() -> decide(RuleBook.load(pack), FAILED))
        .hasMessageContaining("and did not end")
        .hasMessageContaining("every wait brings another");
  }

  @Test
  void rulesThatContradictEachOtherAreNotBelieved() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        "rule \"an exam",
        """
        rule "a rule that says otherwise"
            @clause( "WAIT" )
            ruleflow-group "decisions"
        when
            Wait( $attempt : attempt, $until : until )
        then
            decisions.give( "retake-blocked", Subject.exam( $attempt.code() ) );
        end

        rule "an exam""");
    assertThatThrownBy(() -> decide(RuleBook.load(pack), FAILED))
        .hasMessageContaining("`a rule that says otherwise`")
        .hasMessageContaining("contradict each other on retake-blocked of exam NET-1");
  }

  @Test
  void aRecordWithNothingInItGetsNoDecisions() {
    assertThat(decide(BOOK, Records.of("{'candidateId':'C'}")).decisions()).isEmpty();
  }

  private static Decisions decide(RuleBook book, CandidateRecord record) {
    try (SessionEngine engine = new SessionEngine(book)) {
      return engine.decide(record, AS_OF);
    }
  }

  private static List<CandidateRecord> candidates(int count) {
    Population population = new Population(BOOK.pack(), 3, AS_OF);
    return LongStream.rangeClosed(1, count).mapToObj(population::candidate).toList();
  }
}
