package dev.certus.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.check.PackCheck;
import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.record.CandidateRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Packs whose rules, numbers, clauses, readings and rows have dates. */
class DatedPackTest {

  private static final String NEW =
      """

      rule "a fail starts a wait on its own day"
          @clause( "WAIT" ) @phase( "waits" )
          @replaces( "a fail starts a wait on the day after" ) @from( "%s" ) @on( "$day" )
          @known( "2026-09-01" )
      when
          $attempt : Attempt( outcome == Outcome.FAIL, $day : day )
      then
          insert( new Wait( $attempt, terms.after( "wait", $day ).start() ) );
      end
      """;

  private static PackFiles five() {
    return PackFiles.read(Packs.FIVE_DAYS, "p");
  }

  private static PackFiles dated(String from) {
    PackFiles files = five();
    String old =
        files
            .texts()
            .get("waits.drl")
            .replace("@readings( \"R1\" )", "@readings( \"R1\" ) @on( \"$day\" )");
    return files.with("waits.drl", old + NEW.formatted(from));
  }

  private static CandidateRecord failed(Instant at, String zone) {
    return Records.of(
        "{'candidateId':'C','zone':'%s','attempts':[{'id':'A','exam':'NET-1','startedAt':'%s','outcome':'fail'}]}"
            .formatted(zone, at));
  }

  /** The days that a wait takes, by who gives it. */
  private static List<Long> waits(Engine engine, Instant at, String zone) {
    LocalDate day = LocalDate.ofInstant(at, ZoneId.of(zone));
    return engine.decide(failed(at, zone), at).decisions().stream()
        .map(Decision::until)
        .map(until -> ChronoUnit.DAYS.between(day, until.day().shown()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAN", "SESSION"})
  void atEachInstantExactlyOneOfTwoVersionsIsInForce(EngineChoice choice) {
    // Nights on which clocks change, in Cairo at midnight itself.
    Map<String, String> seams =
        Map.of(
            "Europe/Berlin", "2027-03-28",
            "America/New_York", "2026-11-01",
            "Africa/Cairo", "2027-04-30",
            "Pacific/Kiritimati", "2027-01-01",
            "UTC", "2027-01-01");
    for (Map.Entry<String, String> seam : seams.entrySet()) {
      String zone = seam.getKey();
      LocalDate from = LocalDate.parse(seam.getValue());
      Instant start = from.atStartOfDay(ZoneId.of(zone)).toInstant();
      RuleBook book = RuleBook.load(dated(from.toString()), RuleCache.none());
      try (Engine engine = choice.open(book, Limits.DEFAULT)) {
        for (Duration off = Duration.ofHours(-26);
            off.compareTo(Duration.ofHours(50)) < 0;
            off = off.plusMinutes(30)) {
          Instant at = start.plus(off);
          assertThat(waits(engine, at, zone))
              .as("%s at %s", seam, at)
              .containsExactly(at.isBefore(start) ? 6L : 5L);
        }
        assertThat(waits(engine, start.minusNanos(1), zone)).containsExactly(6L);
        assertThat(waits(engine, start, zone)).containsExactly(5L);
      }
    }
  }

  /** A rule that goes by the present begins to hold while nothing but time passes. */
  @ParameterizedTest
  @EnumSource(names = {"PLAN", "SESSION"})
  void theFirstDayOfARuleIsTheNextChangeOfWhatItDecides(EngineChoice choice) {
    String rule =
        """

        rule "all attempts are reviewed"
            @clause( "WAIT" ) @phase( "decisions" )
            @from( "2027-03-28" ) @until( "2027-03-29" ) @on( "$today" )
        when
            Candidate( $today : today )
            $attempt : Attempt( )
        then
            decisions.give( "needs-review", Subject.attempt( $attempt.id() ) )
                .because( "All attempts are reviewed on {}.", $today );
        end
        """;
    PackFiles files = five();
    RuleBook book =
        RuleBook.load(
            files.with("waits.drl", files.texts().get("waits.drl") + rule), RuleCache.none());
    Instant failed = Instant.parse("2026-11-01T12:00:00Z");
    try (Engine engine = choice.open(book, Limits.DEFAULT)) {
      List<Instant> changes =
          engine
              .decideThroughout(
                  failed(failed, "Europe/Berlin"), Instant.parse("2027-01-01T00:00:00Z"), 10)
              .stream()
              .map(Decisions::nextChangeAt)
              .toList();

      // The day on which clocks go forward has 23 hours.
      assertThat(changes)
          .containsExactly(
              Instant.parse("2027-03-27T23:00:00Z"), Instant.parse("2027-03-28T22:00:00Z"), null);
    }
    assertThat(new PackCheck().again(book.files())).isEmpty();
  }

  @Test
  void aPackThatChangesKeepsTheDatesOfItsOtherRules() {
    RuleBook before = RuleBook.load(five(), RuleCache.none());
    RuleBook after = before.changed(dated("2027-01-01"));
    RuleBook later = after.changed(dated("2027-06-01"));
    RuleBook again = later.changed(five());

    for (String day : List.of("2026-12-31", "2027-01-01", "2027-05-31", "2027-06-01")) {
      Instant at = Instant.parse(day + "T12:00:00Z");
      assertThat(waits(before, at)).containsExactly(6L);
      assertThat(waits(after, at)).containsExactly(day.compareTo("2027-01-01") < 0 ? 6L : 5L);
      assertThat(waits(later, at)).containsExactly(day.compareTo("2027-06-01") < 0 ? 6L : 5L);
      assertThat(waits(again, at)).containsExactly(6L);
    }
  }

  private static List<Long> waits(RuleBook book, Instant at) {
    try (Engine engine = EngineChoice.BOTH.open(book, Limits.DEFAULT)) {
      return waits(engine, at, "UTC");
    }
  }

  @Test
  void aPackAsItWasKnownLacksWhatBecameKnownLater() {
    PackFiles now = dated("2026-06-01"); // known in September: retroactive
    PackFiles then = KnownPack.on(now, LocalDate.of(2026, 8, 31));
    Instant at = Instant.parse("2026-06-01T12:00:00Z");

    assertThat(waits(RuleBook.load(now, RuleCache.none()), at)).containsExactly(5L);
    assertThat(waits(RuleBook.load(then, RuleCache.none()), at)).containsExactly(6L);
    assertThat(KnownPack.on(now, LocalDate.of(2026, 9, 1)).texts()).isEqualTo(now.texts());
    assertThat(then.texts().get("waits.drl").lines().count())
        .isEqualTo(now.texts().get("waits.drl").lines().count());
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          terms.yaml   | {from: 2026-01-01, value: 5}  | {from: 2026-01-01, value: 5, known: 2026-02-01}                     | known later
          terms.yaml   | {from: 2026-01-01, value: 5}  | {from: 2026-01-01, value: 3}\\n    - {from: 2026-01-01, value: 5, known: 2026-02-01} | corrected later
          """)
  void aNumberCountsAsItWasKnown(String file, String text, String by, String name) {
    PackFiles files = five();
    String changed = files.texts().get(file).replace(text, by.replace("\\n", "\n"));
    PackFiles now = files.with(file, changed);
    Instant at = Instant.parse("2026-01-10T12:00:00Z");

    assertThat(PackCheck.of(now)).isEmpty();
    assertThat(waits(RuleBook.load(now, RuleCache.none()), at)).containsExactly(6L);
    PackFiles then = KnownPack.on(now, LocalDate.of(2026, 1, 31));
    assertThat(waits(RuleBook.load(then, RuleCache.none()), at)).containsExactly(4L);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          rule-gap     | waits.drl | @on( "$day" )                        | @on( "$day" ) @until( "2026-12-01" )          | from 2026-12-01 until 2027-01-01 neither of the two rules are in force
          rule-overlap | waits.drl | @on( "$day" )                        | @on( "$day" ) @until( "2027-02-01" )          | from 2027-01-01 until 2027-02-01 both of the two rules are in force
          rule-date    | waits.drl | @from( "2027-01-01" )                | @from( "2027-03-28T02:30" )                   | `@from` is no date: `2027-03-28T02:30`
          rule-date    | waits.drl | @from( "2027-01-01" )                | @from( "24 hours" )                           | `@from` is no date: `24 hours`
          rule-overlap | waits.drl | @from( "2027-01-01" )                |                                               | replaces another on no day, so both are in force
          rule-date    | waits.drl | @from( "2027-01-01" ) @on( "$day" )  | @from( "2027-01-01" )                         | has dates, but does not say which day counts
          rule-date    | waits.drl | @from( "2027-01-01" ) @on( "$day" )  | @from( "2027-01-01" ) @on( "$today" )         | no fact that rule `a fail starts a wait on its own day` asks for binds `$today`
          rule-date    | waits.drl | @replaces( "a fail starts            | @replaces( "a pass starts                     | there is no rule `a pass starts a wait on the day after` to replace
          rule-seam    | waits.drl | ( outcome == Outcome.FAIL, $day : day )\\nthen\\n    insert( new Wait( $attempt, terms.after( "wait", $day ).start | ( outcome == Outcome.FAIL, $day : startedAt.day )\\nthen\\n    insert( new Wait( $attempt, terms.after( "wait", $day ).start | goes by `Attempt.startedAt.day`, and the rule that it replaces by `Attempt.day`
          rule-gap     | readings.yaml | status:                          | until: 2026-12-01\\n  status:                    | reading `R1` is taken only until 2026-12-01, but the rule is in force after
          term-gap     | terms.yaml | - {from: 2026-01-01, value: 5}      | - {from: 2026-01-01, until: 2027-01-01, value: 5} | term `wait` has no value from 2027-01-01 on
          pack-file    | terms.yaml | - value: 3                          | - {until: 2025-12-01, value: 3}               | from 2025-12-01 until 2026-01-01 neither of two values hold
          pack-file    | terms.yaml | - value: 3                          | - {until: 2026-02-01, value: 3}               | from 2026-01-01 until 2026-02-01 both of two values hold
          pack-file    | terms.yaml | from: 2026-01-01                    | from: 2026-03-29T02:30                        | `from` is not a date: `2026-03-29T02:30`
          pack-file    | clauses.yaml | words:                            | until: 2026-01-01\\n  from: 2026-01-01\\n  words: | `until` is the first day on which it no longer holds, so it is after `from`
          wrong-unit   | terms.yaml | unit: calendar-days                 | unit: score                                   | term `wait` is in score
          """)
  void aGapAnOverlapASeamOrAWrongUnitIsAFindingAtItsPlace(
      String code, String file, String text, String by, String message) {
    PackFiles files = dated("2027-01-01");
    String before = files.texts().get(file);
    String from = text.replace("\\n", "\n");
    assertThat(before).contains(from);
    PackFiles changed =
        files.with(file, before.replace(from, by == null ? "" : by.replace("\\n", "\n")));

    List<Problem> problems = PackCheck.of(changed);

    assertThat(problems)
        .as("%s", problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).contains(message);
              assertThat(problem.at().line()).isPositive();
              assertThat(problem.help()).isNotEmpty();
            });
  }

  @Test
  void anEntryThatSharesItsLineCannotBeLeftOut() {
    PackFiles files = five();
    String terms = files.texts().get("terms.yaml");
    String inLine =
        terms.substring(0, terms.indexOf("  values:"))
            + "  values: [{value: 3}, {from: 2026-01-01, value: 5, known: 2026-02-01}]\n";
    PackFiles dated = files.with("terms.yaml", inLine);

    assertThatThrownBy(() -> KnownPack.on(dated, LocalDate.of(2026, 1, 31)))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("terms.yaml:6:24")
        .hasMessageContaining("write each entry in a line of its own");
    assertThat(KnownPack.on(dated, LocalDate.of(2026, 2, 1)).texts()).isEqualTo(dated.texts());
  }

  @Test
  void aClauseHasTheWordsOfTheDay() {
    PackFiles files = five();
    String clauses =
        """
        WAIT:
          title: Wait after a fail
          versions:
            - {words: three days, source: the first page}
            - {from: 2026-01-01, words: five days, source: the second page, known: 2025-11-01}
        """;
    PackFiles dated = files.with("clauses.yaml", clauses);

    RuleBook book = RuleBook.load(dated, RuleCache.none());
    RuleBook then =
        RuleBook.load(KnownPack.on(dated, LocalDate.of(2025, 10, 31)), RuleCache.none());

    assertThat(words(book, "2025-12-31")).isEqualTo("three days");
    assertThat(words(book, "2026-01-01")).isEqualTo("five days");
    assertThat(words(then, "2026-01-01")).isEqualTo("three days");
  }

  private static String words(RuleBook book, String day) {
    return book.pack().clauses().get("WAIT").on(LocalDate.parse(day)).words();
  }

  @Test
  void aRowOfTheCatalogueThatWasKnownLaterReplacesAnEarlierOne() {
    PackFiles files = five();
    String exams = files.texts().get("exams.yaml").stripTrailing();
    PackFiles dated =
        files.with(
            "exams.yaml",
            exams
                + "\n  - {code: NET-1, certification: NET, level: any, first-day: 2020-01-01, last-day: 2027-06-30, known: 2026-10-01}\n");

    RuleBook book = RuleBook.load(dated, RuleCache.none());
    RuleBook then = RuleBook.load(KnownPack.on(dated, LocalDate.of(2026, 9, 30)), RuleCache.none());

    assertThat(book.pack().catalogue().exam("NET-1").lastDay()).isEqualTo("2027-06-30");
    assertThat(then.pack().catalogue().exam("NET-1").lastDay()).isNull();
    assertThat(book.pack().catalogue().exams()).hasSize(1);
    Set<String> twice =
        PackCheck.of(files.with("exams.yaml", exams + "\n" + exams.lines().toList().get(3) + "\n"))
            .stream()
            .map(Problem::message)
            .collect(Collectors.toSet());
    assertThat(twice).contains("the exam `NET-1` has two rows");
  }
}
