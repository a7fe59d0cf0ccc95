package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certus mutate}, as an analyst runs it. */
class MutateIT {

  private static final String SCENARIO =
      """
      - scenario: on the fifth day after a fail the wait still stands
        asOf: 2026-03-07T23:59:59Z
        record:
          attempts:
            - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
        expect:
          - {code: retake-blocked, subject: exam NET-1, until: 2026-03-08T00:00:00Z}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void takeAPack() throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("mine")));
    Files.createDirectory(pack.resolve("scenarios"));
    Files.writeString(pack.resolve("scenarios/waits.yaml"), SCENARIO);
  }

  @Test
  void aChangeThatNoScenarioNoticesIsReportedAtItsPlaceWithAScenarioThatWould() {
    Result run = certus(folder, "mutate", "./mine", "--only", ">= $now");

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            not noticed: mine/waits.drl:33:53: until >= $now instead of >
            this scenario would notice it:

            - scenario: 'an exam may not be taken again before the wait is over: until >= $now instead of >'
              asOf: 2026-03-08T00:00:00Z
              record:
                attempts:
                  - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
              absent:
                - {code: retake-blocked, subject: exam NET-1, clause: WAIT}

            0 of 1 changes noticed (0 %); 0 alter nothing; 0 could not be made
            """);
    assertThat(run.err())
        .isEqualTo(
            """
            mine: compiling the rules
            mine: running 1 scenario on the pack as it is
            mine: running them on 1 change
            mine: searching records that show 1 unnoticed change
            """);
  }

  @Test
  void withTheProposedScenariosEveryChangeIsNoticed() throws IOException {
    Result before = certus(folder, "mutate", "./mine");
    Path proposed = folder.resolve("mine/scenarios/proposed.yaml");
    Files.writeString(proposed, scenarios(before.out()));

    Result after = certus(folder, "mutate", "./mine");

    assertThat(before.out())
        .endsWith("6 of 14 changes noticed (42 %); 0 alter nothing; 1 could not be made\n");
    assertThat(after.out())
        .isEqualTo("14 of 14 changes noticed (100 %); 0 alter nothing; 1 could not be made\n");
    assertThat(after.exit()).as(after.err()).isZero();
  }

  /** What a report proposes: its scenarios, without the lines that say what each is for. */
  private static String scenarios(String report) {
    return report
        .lines()
        .filter(line -> line.startsWith("- ") || line.startsWith("  "))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aChangeThatAltersNothingIsListedWithTheReason() throws IOException {
    Path mutants = Files.createDirectory(folder.resolve("mine/mutants"));
    Files.writeString(
        mutants.resolve("equivalent.yaml"),
        """
        - in: an exam may not be taken again before the wait is over
          change: until >= $now instead of >
          reason: nobody sits at midnight
        - in: term wait
          change: 6 instead of 5
          reason: this one alters something
        """);

    Result one = certus(folder, "mutate", "./mine", "--only", ">= $now");
    Result other = certus(folder, "mutate", "./mine", "--only", "6 instead of 5");

    assertThat(one.exit()).as(one.err()).isZero();
    assertThat(one.out()).contains("1 alter nothing");
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.out())
        .contains(
            "mine/mutants/equivalent.yaml:4:3: a scenario notices this change; remove the entry");
  }

  @Test
  void aSelectionOfNoChangeIsReportedInsteadOfPassing() {
    Result run = certus(folder, "mutate", "./mine", "--only", "wates.drl");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no change has `wates.drl` in its place or words");
  }

  @Test
  void noThreadsCannotTryAnything() {
    Result run = certus(folder, "mutate", "./mine", "--threads", "0");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("certus: --threads is a whole number, 1 or more");
  }

  @Test
  void aPackWhoseScenariosFailIsNotMutated() {
    Packs.change(folder.resolve("mine/terms.yaml"), "value: 5", "value: 6");

    Result run = certus(folder, "mutate", "./mine");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("1 scenario failed on the pack as it is")
        .contains("on the fifth day after a fail the wait still stands")
        .contains("help: certus test mine");
  }
}
