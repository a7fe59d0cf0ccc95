package dev.certus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.decision.Decision;
import dev.certus.decision.Subject;
import dev.certus.problem.Location;
import dev.certus.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectationTest {

  private static final Decision BLOCKED =
      new Decision(
          "blocked",
          Subject.exam("NET-1"),
          null,
          new Moment(Instant.parse("2026-03-16T04:00:00Z"), ZoneId.of("America/New_York")),
          null,
          "WAIT",
          "a rule",
          "It was failed.",
          List.of("A-1", "A-2"),
          List.of(),
          Map.of("on", LocalDate.of(2026, 3, 2), "score", 650, "amount", new BigDecimal("50.00")));

  /** An expectation of fields, given as names and values in turn. */
  private static Expectation expect(Object... fields) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      named.put((String) fields[i], fields[i + 1]);
    }
    return new Expectation(named, Location.of("here"));
  }

  @Test
  void onlyTheFieldsThatItNamesMatter() {
    assertThat(expect().matches(BLOCKED)).isTrue();
    assertThat(expect("code", "blocked", "subject", "exam NET-1").matches(BLOCKED)).isTrue();
    assertThat(expect("code", "blocked", "clause", "LOCK").matches(BLOCKED)).isFalse();
  }

  @Test
  void momentsAreComparedAsInstantsAndNullMeansNone() {
    assertThat(expect("until", "2026-03-16T00:00:00-04:00").matches(BLOCKED)).isTrue();
    assertThat(expect("until", "2026-03-16T04:00:00Z").matches(BLOCKED)).isTrue();
    assertThat(expect("until", "2026-03-16T04:00:01Z").matches(BLOCKED)).isFalse();
    assertThat(expect("until", null).matches(BLOCKED)).isFalse();
    assertThat(expect("from", null).matches(BLOCKED)).isTrue();
  }

  @Test
  void numbersAreComparedByValueAndDetailsByTheNamesItGives() {
    assertThat(expect("details", Map.of("score", 650)).matches(BLOCKED)).isTrue();
    assertThat(expect("details", Map.of("amount", 50)).matches(BLOCKED)).isTrue();
    assertThat(expect("details", Map.of("on", "2026-03-02")).matches(BLOCKED)).isTrue();
    assertThat(expect("details", Map.of("score", 651)).matches(BLOCKED)).isFalse();
    assertThat(expect("details", Map.of("level", "any")).matches(BLOCKED)).isFalse();
  }

  @Test
  void listsAreComparedItemByItem() {
    assertThat(expect("evidence", List.of("A-1", "A-2")).matches(BLOCKED)).isTrue();
    assertThat(expect("evidence", List.of("A-1")).matches(BLOCKED)).isFalse();
    assertThat(expect("evidence", List.of("A-2", "A-1")).matches(BLOCKED)).isFalse();
  }

  @Test
  void whatADecisionDoesNotMeetIsNamed() {
    assertThat(expect("code", "blocked", "clause", "LOCK", "until", null).unmet(BLOCKED))
        .containsOnlyKeys("clause", "until");
  }

  @Test
  void theNearestDecisionIsOnTheSameSubjectAndRatherOfTheSameCode() {
    Decision passed = other("passed", "NET-1");
    Decision elsewhere = other("blocked", "NET-2");
    List<Decision> all = List.of(elsewhere, passed, BLOCKED);

    assertThat(expect("code", "blocked", "subject", "exam NET-1", "clause", "LOCK").nearest(all))
        .isEqualTo(BLOCKED);
    assertThat(expect("code", "open", "subject", "exam NET-2").nearest(all)).isEqualTo(elsewhere);
    assertThat(expect("code", "passed").nearest(all)).isEqualTo(passed);
    assertThat(expect("code", "blocked", "subject", "exam NET-3").nearest(all)).isNull();
    assertThat(expect("code", "open").nearest(Arrays.asList(passed, BLOCKED))).isNull();
  }

  private static Decision other(String code, String exam) {
    return new Decision(
        code,
        Subject.exam(exam),
        null,
        null,
        null,
        "WAIT",
        "a rule",
        "So it is.",
        List.of(),
        List.of(),
        Map.of());
  }
}
