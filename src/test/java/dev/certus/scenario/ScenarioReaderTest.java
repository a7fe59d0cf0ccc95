package dev.certus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.record.RecordShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

  private static final String SCENARIO =
      """
      - scenario: everything
        because: it may
        asOf: 2026-03-04T12:00:00+01:00
        record:
          zone: Europe/Paris
          attempts:
            - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
          appointments:
            - id: P-1
              exam: NET-1
              startsAt: 2026-03-02T10:00:00Z
              status: missed
              exception: {kind: medical, status: denied}
          certifications:
            - {id: K-1, certification: NET, earnedOn: 2024-10-15}
          vouchers:
            - {id: V-1, percent: 50, expiresOn: 2027-10-20}
        expect:
          - {code: retake-blocked, subject: exam NET-1, until: none}
        absent:
          - {code: passed, details: {score: 650}}
        only: true
      """;

  @TempDir private Path pack;
  private Path file;

  @BeforeEach
  void makeAFolder() throws IOException {
    file = Files.createDirectory(pack.resolve("scenarios")).resolve("some.yaml");
  }

  private List<Problem> problems(String scenarios) throws IOException {
    Files.writeString(file, scenarios);
    return catchThrowableOfType(
            PackException.class, () -> ScenarioReader.of(RecordShape.standard(), pack))
        .problems();
  }

  private static String place(Problem problem) {
    return problem.at().line() + ":" + problem.at().column();
  }

  @Test
  void aScenarioIsReadWithAllItsFields() throws IOException {
    Files.writeString(file, SCENARIO);

    Scenario scenario = ScenarioReader.of(RecordShape.standard(), pack).get(0);

    assertThat(scenario.name()).isEqualTo("everything");
    assertThat(scenario.because()).isEqualTo("it may");
    assertThat(scenario.asOf()).isEqualTo(Instant.parse("2026-03-04T11:00:00Z"));
    assertThat(scenario.record().candidateId()).isEqualTo("candidate");
    assertThat(scenario.record().list("attempts")).hasSize(1);
    assertThat(scenario.expected().get(0).fields())
        .containsEntry("code", "retake-blocked")
        .containsEntry("until", null);
    assertThat(scenario.absent().get(0).fields()).containsEntry("details", Map.of("score", 650));
    assertThat(scenario.only()).isTrue();
  }

  /** Else `absent` would hold of a record that lacks the very facts it is about. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attempts:       | attemps:      | 6:5   | `attemps`                       | attempts
          outcome: fail   | outcom: fail  | 7:65  | `attempts.outcom`               | outcome
          startsAt:       | startAt:      | 11:9  | `appointments.startAt`          | startsAt
          kind: medical   | knid: medical | 13:21 | `appointments.exception.knid`   | kind
          earnedOn:       | earndOn:      | 15:39 | `certifications.earndOn`        | earnedOn
          percent:        | percents:     | 17:19 | `vouchers.percents`             | percent
          """)
  void anUnknownFieldOfTheRecordIsAnErrorAtItsPlace(
      String text, String by, String place, String field, String meant) throws IOException {
    List<Problem> problems = problems(SCENARIO.replaceFirst(text, by));

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(place(problem)).isEqualTo(place);
              assertThat(problem.message()).isEqualTo(field + " is an unknown field of a record");
              assertThat(problem.help()).isEqualTo("did you mean `" + meant + "`?");
            });
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          outcome: fail    | outcome: lost | 7:74 | "lost"
          percent: 50      | percent: 0    | 17:28 | found 0
          percent: 50      | percent: .nan | 17:28 | found ".nan"
          id: P-1          | id:           | 9:12 | /appointments/0/id: found nothing
          subject: exam    | subjet: exam  | 19:30 | `subjet` is an unknown field of a decision
          until: none      | until: never  | 19:58 | `never` is no instant
          because:         | becuase:      | 2:3  | `becuase` has no meaning here
          asOf: 2026-03-04T12:00:00+01:00 | asOf: 2026-03-04 | 3:9 | is no instant
          only: true       | only: yes     | 22:9 | `only` is true or false
          """)
  void whatIsWrongIsReportedAtItsPlace(String text, String by, String place, String message)
      throws IOException {
    List<Problem> problems = problems(SCENARIO.replace(text, by));

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(place(problem)).isEqualTo(place);
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void oneFaultyScenarioDoesNotHideAnother() throws IOException {
    Files.writeString(pack.resolve("scenarios/zz.yaml"), "not: a list\n");

    List<Problem> problems =
        problems(
            """
            - {scenario: one, asOf: today, record: {}}
            - {scenario: two, asOf: 2026-03-04T12:00:00Z, record: []}
            - {scenario: two, asOf: 2026-03-04T12:00:00Z, record: {}}
            """);

    assertThat(problems)
        .extracting(problem -> problem.at().file().replaceFirst(".*/", "") + ":" + place(problem))
        .containsExactly("some.yaml:1:25", "some.yaml:2:55", "some.yaml:3:14", "zz.yaml:1:1");
  }

  @Test
  void aPackWithoutScenariosHasNone() throws IOException {
    Files.delete(file.getParent());

    assertThat(ScenarioReader.of(RecordShape.standard(), pack)).isEmpty();
  }
}
