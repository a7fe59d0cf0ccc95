package dev.certus.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.decision.DecisionDiff.Change;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionDiffTest {

  private static final Moment MIDNIGHT =
      new Moment(Instant.parse("2026-03-16T00:00:00Z"), ZoneOffset.UTC);

  private static final Decision BLOCKED = decision("blocked", "WAIT", MIDNIGHT, "It was failed.");
  private static final Decision FAILED = decision("failed", "SCORE", null, "It was failed.");
  private static final Decision PASSED = decision("passed", "SCORE", null, "It was passed.");

  private static Decision decision(String code, String clause, Moment until, String reason) {
    return new Decision(
        code,
        Subject.exam("NET-1"),
        null,
        until,
        null,
        clause,
        "a rule",
        reason,
        List.of(),
        List.of(),
        Map.of());
  }

  @Test
  void theSameDecisionsInAnyOrderDoNotDiffer() {
    DecisionDiff diff =
        DecisionDiff.between(List.of(BLOCKED, FAILED, PASSED), List.of(PASSED, BLOCKED, FAILED));

    assertThat(diff.isEmpty()).isTrue();
  }

  @Test
  void aQuestionThatOnlyOneSideAnswersIsAddedOrRemoved() {
    DecisionDiff diff = DecisionDiff.between(List.of(FAILED, BLOCKED), List.of(PASSED, BLOCKED));

    assertThat(diff.added()).containsExactly(PASSED);
    assertThat(diff.removed()).containsExactly(FAILED);
    assertThat(diff.changed()).isEmpty();
    assertThat(diff.isEmpty()).isFalse();
  }

  @Test
  void anotherAnswerToOneQuestionIsChangedInTheFieldsThatDiffer() {
    Decision longer =
        decision(
            "blocked",
            "WAIT",
            new Moment(MIDNIGHT.instant().plusSeconds(1), ZoneOffset.UTC),
            "It was failed twice.");

    DecisionDiff diff = DecisionDiff.between(List.of(BLOCKED), List.of(longer));

    assertThat(diff.changed())
        .containsExactly(new Change(BLOCKED, longer, List.of("until", "reason")));
    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
  }

  @Test
  void oneSubjectAndCodeByAnotherClauseIsAnotherQuestion() {
    Decision locked = decision("blocked", "LOCK", MIDNIGHT, "It was failed.");

    DecisionDiff diff = DecisionDiff.between(List.of(BLOCKED), List.of(locked));

    assertThat(diff.removed()).containsExactly(BLOCKED);
    assertThat(diff.added()).containsExactly(locked);
  }

  @Test
  void momentsAreComparedAsInstants() {
    Decision elsewhere =
        decision(
            "blocked",
            "WAIT",
            new Moment(MIDNIGHT.instant(), ZoneId.of("Asia/Tokyo")),
            "It was failed.");

    assertThat(DecisionDiff.between(List.of(BLOCKED), List.of(elsewhere)).isEmpty()).isTrue();
  }

  @Test
  void ofSeveralAnswersToOneQuestionTheEqualOnesArePairedFirst() {
    Decision other = decision("blocked", "WAIT", null, "Another ground.");
    Decision third = decision("blocked", "WAIT", null, "A third ground.");

    DecisionDiff diff =
        DecisionDiff.between(List.of(other, BLOCKED), List.of(BLOCKED, third, third));

    assertThat(diff.changed()).containsExactly(new Change(other, third, List.of("reason")));
    assertThat(diff.added()).containsExactly(third);
    assertThat(diff.removed()).isEmpty();
  }

  @Test
  void fieldsThatOneSideLacksDiffer() {
    assertThat(
            DecisionFields.differing(
                Map.of("code", "passed"),
                Map.of("code", "passed", "until", "none"),
                (one, other) -> one != null && one.equals(other)))
        .containsExactly("until");
  }
}
