package dev.certus.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final PackFiles FILES = PackFiles.read(Packs.FIVE_DAYS, "five");
  private static final RuleBook BOOK = RuleBook.load(Packs.FIVE_DAYS);
  private static final Scenario SCENARIO =
      new Scenario(
          "within the wait",
          null,
          Instant.parse("2026-03-04T12:00:00Z"),
          Records.of(
              """
              {'candidateId':'candidate','zone':'Europe/Paris','attempts':[
                {'id':'A-1','exam':'NET-1','startedAt':'2026-03-02T10:00:00Z','outcome':'fail'},
                {'id':'A-2','exam':'NET-1','startedAt':'2026-03-01T10:00:00Z','outcome':'pass'}]}
              """),
          List.of(),
          List.of(),
          false,
          Location.of("here"));

  private static List<String> scenarios(String change) {
    List<Mutant> mutants =
        Mutants.of(FILES).stream().filter(mutant -> mutant.change().equals(change)).toList();
    List<String> scenarios = new ArrayList<>();
    new Search(BOOK, List.of(SCENARIO))
        .against(
            mutants,
            2,
            (mutant, found) ->
                scenarios.add(found.map(example -> example.scenario(mutant)).orElse("none")));
    return scenarios;
  }

  @Test
  void theScenarioThatNoticesAChangeIsMadeSmall() {
    assertThat(scenarios("6 instead of 5"))
        .containsExactly(
            """
            - scenario: 'term wait: 6 instead of 5'
              asOf: 2026-03-04T12:00:00Z
              record:
                attempts:
                  - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
              expect:
                - {code: retake-blocked, subject: exam NET-1, until: 2026-03-08T00:00:00Z, clause: WAIT}
            """);
  }

  @Test
  void itLooksAtTheMomentsAtWhichDecisionsEnd() {
    assertThat(scenarios("until >= $now instead of >"))
        .singleElement()
        .asString()
        .contains("asOf: 2026-03-07T23:00:00Z")
        .contains("absent:\n    - {code: retake-blocked, subject: exam NET-1, clause: WAIT}");
  }

  @Test
  void itTriesOtherValuesThanThoseOfTheScenarios() {
    assertThat(scenarios("rule removed: an attempt without a result is reviewed"))
        .singleElement()
        .asString()
        .contains("outcome: pending")
        .contains("{code: needs-review, subject: attempt A-");
  }

  @Test
  void aChangeThatAltersNothingIsGivenUp() {
    Mutant same = new Mutant(Location.of("five"), "nothing", "nothing", FILES);
    List<String> found = new ArrayList<>();

    new Search(BOOK, List.of(SCENARIO))
        .against(List.of(same), 1, (mutant, example) -> found.add(mutant + " " + example));

    assertThat(found).containsExactly("five: nothing Optional.empty");
  }
}
