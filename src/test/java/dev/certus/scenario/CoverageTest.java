package dev.certus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.engine.SessionEngine;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Coverage.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

  private static final String WAITING =
      """
      - scenario: %s
        asOf: %s
        record:
          attempts:
            - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
      """;

  @TempDir private Path pack;

  @BeforeEach
  void takeAPack() throws IOException {
    Packs.copy(Packs.FIVE_DAYS, pack);
    Files.createDirectory(pack.resolve("scenarios"));
  }

  private Coverage coverage(String scenarios) throws IOException {
    Files.writeString(pack.resolve("scenarios/some.yaml"), scenarios);
    RuleBook book = RuleBook.load(pack);
    try (SessionEngine engine = new SessionEngine(book)) {
      return Coverage.of(
          book, new ScenarioRun(engine).run(ScenarioReader.of(RecordShape.standard(), pack)));
    }
  }

  @Test
  void whatNoScenarioReachesIsNamed() throws IOException {
    Coverage coverage = coverage(WAITING.formatted("within the wait", "2026-03-04T12:00:00Z"));

    assertThat(coverage.kinds().get("rules").missed())
        .containsExactly("an attempt without a result is reviewed");
    assertThat(coverage.kinds().get("clauses").missed()).isEmpty();
    assertThat(coverage.kinds().get("readings").percent()).isEqualTo(100);
    assertThat(coverage.kinds().get("decisions").missed()).containsExactly("needs-review");
    assertThat(coverage.kinds().get("decisions").percent()).isEqualTo(50);
    assertThat(coverage.percent()).isZero();
  }

  @Test
  void aDayIsReachedBeforeAtAndAfter() throws IOException {
    // The fifth day is 7 March; the wait ends with it.
    Coverage coverage =
        coverage(
            WAITING.formatted("just before", "2026-03-07T23:59:59Z")
                + WAITING.formatted("at", "2026-03-08T00:00:00Z"));

    assertThat(coverage.kinds().get("boundaries"))
        .isEqualTo(new Reach(3, List.of("wait: no scenario is just after its boundary")));
  }

  /** A rule may count facts; then no field of a record holds what the term is compared with. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4    | cap: no scenario is decided otherwise with one more
          5    | cap: no scenario is decided otherwise with one less
          4, 5 |
          6    | cap: no scenario is decided otherwise with one less; cap: no scenario is decided otherwise with one more
          """)
  void aNumberIsReachedWhereOneLessOrOneMoreDecidesOtherwise(String attempts, String missed)
      throws IOException {
    cap();

    Coverage coverage =
        coverage(
            IntStream.of(ints(attempts))
                .mapToObj(CoverageTest::attempts)
                .collect(Collectors.joining()));

    Reach boundaries = coverage.kinds().get("boundaries");
    assertThat(boundaries.all()).isEqualTo(8);
    assertThat(
            boundaries.missed().stream()
                .filter(one -> one.startsWith("cap:"))
                .collect(Collectors.joining("; ")))
        .isEqualTo(missed == null ? "" : missed);
  }

  private static int[] ints(String numbers) {
    return Arrays.stream(numbers.split(", ")).mapToInt(Integer::parseInt).toArray();
  }

  /** Passes of one exam, a day apart, and one of longer than a year ago. */
  private static String attempts(int count) {
    return IntStream.rangeClosed(0, count)
        .mapToObj(
            n ->
                "      - {id: A-%d, exam: NET-1, startedAt: %s-03-0%dT10:00:00Z, outcome: pass}%n"
                    .formatted(n, n == 0 ? 2024 : 2026, n + 1))
        .collect(
            Collectors.joining(
                "",
                "- scenario: %d attempts%n  asOf: 2026-06-01T00:00:00Z%n  record:%n    attempts:%n"
                    .formatted(count),
                ""));
  }

  /** At most five attempts in twelve months. */
  private void cap() throws IOException {
    Files.writeString(
        pack.resolve("terms.yaml"),
        """
        cap:
          description: How many attempts there may be.
          unit: count
          clause: WAIT
          reference: the invented body's page
          values: [{value: 5}]
        cap-window:
          description: How long attempts count.
          unit: calendar-months
          clause: WAIT
          reference: the invented body's page
          values: [{value: 12}]
        """,
        StandardOpenOption.APPEND);
    Files.writeString(
        pack.resolve("cap.drl"),
        """
        package five

        import dev.certus.decision.Subject
        import dev.certus.fact.Attempt
        import dev.certus.fact.Candidate
        import dev.certus.fact.Conclusions
        import dev.certus.pack.Terms

        global Terms terms
        global Conclusions decisions

        rule "there are only so many attempts a year"
            @clause( "WAIT" )
            ruleflow-group "decisions"
        when
            Candidate( $today : today )
            accumulate( $attempt : Attempt( day >= terms.before( "cap-window", $today ) );
                $attempts : count( $attempt ); $attempts >= terms.count( "cap", $today ) )
        then
            decisions.give( "retake-blocked", Subject.exam( "NET-1" ) ).because( "Too many." );
        end
        """);
  }
}
