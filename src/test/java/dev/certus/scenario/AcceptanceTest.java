package dev.certus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.decision.Subject;
import dev.certus.engine.Trace;
import dev.certus.record.RecordShape;
import dev.certus.time.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTest {

  private static final String HEAD =
      """
      # Waits.
      - scenario: one
        asOf: 2026-03-08T00:00:00Z
        record: {}
      """;

  @TempDir private Path pack;

  private static Decision blocked(String exam, String until) {
    return new Decision(
        "blocked",
        Subject.exam(exam),
        null,
        new Moment(Instant.parse(until), ZoneOffset.UTC),
        null,
        "WAIT",
        "a rule",
        "It was failed.",
        List.of(),
        List.of(),
        Map.of());
  }

  /** The text of scenarios after the given decisions of each were accepted. */
  private Acceptance accept(String text, Decision... given) throws IOException {
    Files.createDirectory(pack.resolve("scenarios"));
    Files.writeString(pack.resolve("scenarios/some.yaml"), text);
    Acceptance acceptance = new Acceptance(text);
    acceptance.accept(
        ScenarioReader.of(RecordShape.standard(), pack).stream()
            .map(scenario -> result(scenario, given))
            .toList());
    return acceptance;
  }

  private static ScenarioResult result(Scenario scenario, Decision... given) {
    Decisions decisions = new Decisions("candidate", scenario.asOf(), null, List.of(given));
    return new ScenarioResult(
        scenario,
        new Trace(decisions, List.of(), List.of()),
        null,
        scenario.check(decisions.decisions()));
  }

  @Test
  void aScenarioThatPassesStaysAsItIsWritten() throws IOException {
    String text = HEAD + "  expect:\n    - {code:   blocked}   # as ever\n";

    Acceptance acceptance = accept(text, blocked("NET-1", "2026-03-08T00:00:00Z"));

    assertThat(acceptance.text()).isEqualTo(text);
    assertThat(acceptance.changes()).isEmpty();
  }

  @Test
  void onlyTheFieldThatDiffersChanges() throws IOException {
    String text =
        HEAD
            + "  expect:\n"
            + "    - code: blocked\n"
            + "      subject: exam NET-1   # the one\n"
            + "      until: 2026-03-08T00:00:00Z\n"
            + "\n"
            + "# The end.\n";

    Acceptance acceptance = accept(text, blocked("NET-1", "2026-03-09T00:00:00Z"));

    assertThat(acceptance.text()).isEqualTo(text.replace("until: 2026-03-08", "until: 2026-03-09"));
    assertThat(acceptance.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).containsExactly("      until: 2026-03-08T00:00:00Z");
              assertThat(change.after()).containsExactly("      until: 2026-03-09T00:00:00Z");
            });
  }

  @Test
  void aDecisionThatIsNotGivenAnyMoreIsNotExpectedAnyMore() throws IOException {
    Acceptance acceptance = accept(HEAD + "  expect:\n    - {code: blocked}\n");

    assertThat(acceptance.text()).isEqualTo(HEAD);
  }

  @Test
  void aDecisionThatHadToBeAbsentIsExpected() throws IOException {
    Acceptance acceptance =
        accept(
            HEAD + "  absent:\n    - {code: blocked}\n", blocked("NET-1", "2026-03-09T00:00:00Z"));

    assertThat(acceptance.text())
        .isEqualTo(HEAD + "  expect:\n    - {code: blocked, subject: exam NET-1, clause: WAIT}\n");
  }

  @Test
  void aDecisionInPlaceOfAnotherIsExpectedWhereNothingElseMayBeGiven() throws IOException {
    String text =
        HEAD
            + """
              expect:
                - {code: free, subject: exam X, clause: OTHER}
              only: true
            """;

    assertThat(accept(text, blocked("X", "2026-03-10T00:00:00Z")).text())
        .contains("- {code: blocked, subject: exam X, clause: WAIT}")
        .doesNotContain("code: free");
  }

  @Test
  void severalScenariosOfAFileChangeEachInItsPlace() throws IOException {
    String two = HEAD.replace("one", "two").replace("# Waits.", "# More.");
    String absent = "  absent:\n    - {code: blocked}\n";
    String expect = "  expect:\n    - {code: blocked, subject: exam NET-1, clause: WAIT}\n";

    Acceptance acceptance =
        accept(HEAD + absent + two + absent, blocked("NET-1", "2026-03-09T00:00:00Z"));

    assertThat(acceptance.text()).isEqualTo(HEAD + expect + two + expect);
    assertThat(acceptance.changes())
        .extracting(change -> change.scenario().name())
        .containsExactly("one", "two");
  }
}
