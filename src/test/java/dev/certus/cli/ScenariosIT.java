package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certus test}, as an analyst and a build server run it. */
class ScenariosIT {

  private static final String SCENARIOS =
      """
      - scenario: the day after a fail is the first of five
        because: the clause says so
        asOf: 2026-03-04T12:00:00Z
        record:
          attempts:
            - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
        expect:
          - {code: retake-blocked, subject: exam NET-1, until: 2026-03-08T00:00:00Z}
      - scenario: after the wait nothing stands in the way
        asOf: 2026-03-08T00:00:00Z
        record:
          attempts:
            - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
        absent:
          - {code: retake-blocked}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void takeAPack() throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("mine")));
    Files.createDirectory(pack.resolve("scenarios"));
    Files.writeString(pack.resolve("scenarios/waits.yaml"), SCENARIOS);
  }

  @Test
  void scenariosThatPassAreCounted() {
    Result run = certus(folder, "test", "./mine");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("mine: 2 scenarios, 0 failed\n");
  }

  @Test
  void aFailureShowsWhatWasExpectedWhatWasGivenAndWhy() {
    Packs.change(folder.resolve("mine/terms.yaml"), "value: 5", "value: 6");

    Result run = certus(folder, "test", "./mine");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            FAILED  the day after a fail is the first of five
              mine/scenarios/waits.yaml:1:3
              because the clause says so

              expected, but not given:
                          expected                        given
                code      retake-blocked                  retake-blocked
                subject   exam NET-1                      exam NET-1
                until     2026-03-08T00:00:00Z            2026-03-09T00:00:00Z            <
              why: NET-1 was failed on 2 March 2026.
                   rule "an exam may not be taken again before the wait is over"
                   mine/waits.drl:28:6

            FAILED  after the wait nothing stands in the way
              mine/scenarios/waits.yaml:9:3

              given, but must be absent:
                          expected                        given
                code      retake-blocked                  retake-blocked
              why: NET-1 was failed on 2 March 2026.
                   rule "an exam may not be taken again before the wait is over"
                   mine/waits.drl:28:6

            """);
    assertThat(run.err()).isEqualTo("mine: 2 scenarios, 2 failed\n");
  }

  @Test
  void coverageTellsWhatNoScenarioReaches() {
    Result run = certus(folder, "test", "./mine", "--fail-under=100");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            rules        66 % of 3
              not reached: an attempt without a result is reviewed
            clauses     100 % of 1
            readings    100 % of 1
            decisions    50 % of 2
              not reached: needs-review
            boundaries   33 % of 3
              not reached: wait: no scenario is just before its boundary
              not reached: wait: no scenario is just after its boundary
            """);
  }

  @Test
  void resultsAreReadableByPrograms() throws IOException {
    Result run =
        certus(
            folder,
            "test",
            "./mine",
            "--only=first of five",
            "--format=json",
            "--junit=./junit.xml");

    assertThat(run.out())
        .isEqualTo(
            """
            {"scenario":"the day after a fail is the first of five",\
            "file":"mine/scenarios/waits.yaml","line":1,"passed":true,"mismatches":[]}
            """);
    assertThat(Files.readString(folder.resolve("junit.xml")))
        .contains("tests=\"1\" failures=\"0\"")
        .contains("name=\"the day after a fail is the first of five\"");
  }

  /** Else a scenario would pass because its record lacks the facts it is about. */
  @Test
  void aMisspeltFieldOfARecordIsReportedAtItsPlace() {
    Packs.change(folder.resolve("mine/scenarios/waits.yaml"), "attempts:", "attemps:");

    Result run = certus(folder, "test", "./mine");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("mine/scenarios/waits.yaml:5:5: `attemps` is an unknown field of a record")
        .contains("help: did you mean `attempts`?");
  }

  @Test
  void acceptingHasScenariosSayWhatIsDecidedAndNothingElse() throws IOException {
    Path file = folder.resolve("mine/scenarios/waits.yaml");
    Files.writeString(file, ACCEPTING);
    Packs.change(folder.resolve("mine/terms.yaml"), "value: 5", "value: 6");

    Result run = certus(folder, "test", "./mine", "--accept");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEqualTo("mine: 3 scenarios, 0 failed\n");
    assertThat(run.out())
        .isEqualTo(
            """
            ACCEPTED  a wait ends
              mine/scenarios/waits.yaml:2:3
            -       until: 2026-03-08T00:00:00Z
            +       until: 2026-03-09T00:00:00Z

            ACCEPTED  after the wait nothing stands in the way
              mine/scenarios/waits.yaml:14:3
            -   absent:
            -     - {code: retake-blocked} # not any more
            +   expect:
            +     - {code: retake-blocked, subject: exam NET-1, clause: WAIT}

            """);
    assertThat(Files.readString(file))
        .isEqualTo(
            ACCEPTING
                .replace("until: 2026-03-08", "until: 2026-03-09")
                .replace(
                    "absent:\n    - {code: retake-blocked} # not any more",
                    "expect:\n    - {code: retake-blocked, subject: exam NET-1, clause: WAIT}"));
  }

  private static final String ACCEPTING =
      """
      # Waits.
      - scenario: a wait ends
        because: the clause says so
        asOf: 2026-03-04T12:00:00Z
        record:
          attempts:
            - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
        expect:
          - code: retake-blocked
            subject: exam NET-1 # the one that was failed
            until: 2026-03-08T00:00:00Z

      # The day after.
      - scenario: after the wait nothing stands in the way
        asOf: 2026-03-08T00:00:00Z
        record:
          attempts:
            - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
        absent:
          - {code: retake-blocked} # not any more
      - scenario: nothing happened
        asOf: 2026-03-08T00:00:00Z
        record: {}
        only: true
      """;

  /** Else a build would go on testing nothing. */
  @Test
  void scenariosThatAreNotThereCannotBeRun() {
    Result run = certus(folder, "test", "./mine", "--only", "first of six");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("certus: no scenario has `first of six` in its name or file");
  }

  @Test
  void coverageIsAPercentage() {
    Result run = certus(folder, "test", "./mine", "--fail-under", "101");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("certus: --fail-under is a percentage, from 0 to 100");
  }
}
