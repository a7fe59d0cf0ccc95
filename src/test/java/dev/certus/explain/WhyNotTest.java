package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.decision.Decision;
import dev.certus.decision.Subject;
import dev.certus.engine.SessionEngine;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why records did not get decisions, and when they would. */
class WhyNotTest {

  private static final RuleBook FIVE_DAYS = RuleBook.load(Packs.FIVE_DAYS);
  private static final RuleBook AWS = Packs.aws();
  private static final WhyNot AWS_WHY_NOT = new WhyNot(AWS);

  private static final String FAILED =
      "{'candidateId':'C','attempts':[{'id':'A-1','exam':'NET-1',"
          + "'startedAt':'2026-03-02T10:00:00Z','outcome':'fail'}]}";

  @ParameterizedTest(name = "{0}, {1}: {2} {3}, from {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "never",
      textBlock =
          """
          # the wait is over
          fail    | 2026-03-09T08:00:00Z | until > $now | 33 | never
          # the attempt is still to come
          fail    | 2026-03-01T08:00:00Z | Wait( until > $now ) | 33 | 2026-03-02T10:00:00Z
          # there is no fail, so that no wait was derived
          pass    | 2026-03-03T08:00:00Z | Wait( until > $now ) | 33 | never
          """)
  void theFirstConditionThatFailsIsShown(
      String outcome, String asOf, String condition, int line, String earliest) {
    CandidateRecord record = Records.of(FAILED.replace("fail", outcome));

    Refusal refusal = only(whyNot(FIVE_DAYS, record, asOf, "retake-blocked"));

    NearMiss miss = refusal.rules().get(0);
    assertThat(miss.rule().name())
        .isEqualTo("an exam may not be taken again before the wait is over");
    assertThat(miss.condition()).isEqualTo(condition);
    assertThat(miss.at().line()).isEqualTo(line);
    assertThat(refusal.earliest() == null ? null : refusal.earliest().toString())
        .isEqualTo(earliest);
  }

  @Test
  void theValuesThatFailAConditionAreShown() {
    Refusal refusal =
        only(whyNot(FIVE_DAYS, Records.of(FAILED), "2026-03-09T08:00:00Z", "retake-blocked"));

    assertThat(refusal.subject()).isEqualTo(Subject.exam("NET-1"));
    assertThat(refusal.rules().get(0).grounds().get(0).grounds())
        .extracting(Evidence::text)
        .containsExactly("until is 8 March 2026, 00:00 Z", "$now is 9 March 2026, 08:00 Z");
  }

  @Test
  void whatKeptAFactFromBeingDerivedIsShown() {
    CandidateRecord passed = Records.of(FAILED.replace("fail", "pass"));

    NearMiss miss =
        only(whyNot(FIVE_DAYS, passed, "2026-03-03T08:00:00Z", "retake-blocked")).rules().get(0);

    assertThat(miss.missing()).hasSize(1);
    NearMiss missing = miss.missing().get(0);
    assertThat(missing.rule().name()).isEqualTo("a fail starts a wait on the day after");
    assertThat(missing.condition()).isEqualTo("outcome == Outcome.FAIL");
    assertThat(missing.grounds().get(0).grounds())
        .extracting(Evidence::text)
        .containsExactly("outcome is pass");
  }

  @Test
  void whatWasGivenIsNotRefused() {
    assertThat(whyNot(FIVE_DAYS, Records.of(FAILED), "2026-03-03T08:00:00Z", "retake-blocked"))
        .isEmpty();
  }

  /** Whatever is asked of a full record is answered, and what is predicted comes true. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "retake-eligible",
        "retake-blocked",
        "sitting-blocked",
        "recert-eligible",
        "recertified",
        "expired",
        "needs-review",
        "fee-forfeited"
      })
  void theEarliestInstantIsTheFirst(String code) throws IOException {
    for (String line : Files.readAllLines(Path.of("docs/samples/everything.jsonl"))) {
      CandidateRecord record = Records.of(line);
      for (Refusal refusal : whyNot(AWS, record, "2026-11-23T08:00:00Z", code)) {
        assertThat(refusal.rules()).as(refusal.toString()).isNotEmpty();
        if (refusal.earliest() != null) {
          Instant first = refusal.earliest().instant().plusNanos(refusal.after() ? 1 : 0);
          assertThat(gives(record, first, refusal)).isTrue();
          assertThat(gives(record, first.minusNanos(1), refusal)).isFalse();
        }
      }
    }
  }

  private static boolean gives(CandidateRecord record, Instant at, Refusal refusal) {
    return decisions(AWS, record, at).stream()
        .anyMatch(
            d ->
                d.code().equals(refusal.code())
                    && (refusal.subject() == null || d.subject().equals(refusal.subject())));
  }

  private static List<Refusal> whyNot(
      RuleBook book, CandidateRecord record, String asOf, String code) {
    Instant at = Instant.parse(asOf);
    WhyNot whyNot = book == AWS ? AWS_WHY_NOT : new WhyNot(book);
    return whyNot.of(record, at, code, decisions(book, record, at), null);
  }

  private static List<Decision> decisions(RuleBook book, CandidateRecord record, Instant at) {
    try (SessionEngine engine = new SessionEngine(book)) {
      return engine.decide(record, at).decisions();
    }
  }

  private static Refusal only(List<Refusal> refusals) {
    assertThat(refusals).hasSize(1);
    return refusals.get(0);
  }
}
