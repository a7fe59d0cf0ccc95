package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void changesThatNoScenarioNoticesAreToldAtTheirPlaces() {
    Result run = certus(folder, "mutate", "mine");

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            not noticed: mine/terms.yaml:7:14: 2 instead of 3
            not noticed: mine/terms.yaml:7:14: 4 instead of 3
            not noticed: mine/waits.drl:23:25: condition dropped: outcome == Outcome.FAIL
            not noticed: mine/waits.drl:33:45: condition dropped: until > $now
            not noticed: mine/waits.drl:33:53: >= instead of >
            not noticed: mine/waits.drl:39:1: rule removed: an attempt without a result is reviewed
            not noticed: mine/waits.drl:43:25: condition dropped: outcome == Outcome.PENDING
            not noticed: mine/waits.drl:43:33: != instead of ==
            6 of 14 changes noticed (42 %); 0 alter nothing; 1 could not be made
            """);
  }

  @Test
  void aPackWhoseScenariosFailIsNotMutated() {
    Packs.change(folder.resolve("mine/terms.yaml"), "value: 5", "value: 6");

    Result run = certus(folder, "mutate", "mine");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("1 scenarios fail on the pack as it is")
        .contains("on the fifth day after a fail the wait still stands")
        .contains("help: certus test mine");
  }
}
