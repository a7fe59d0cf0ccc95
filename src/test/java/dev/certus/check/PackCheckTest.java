package dev.certus.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of fault, alone in a pack that is otherwise clean. */
class PackCheckTest {

  private static final String KEYED_TERM =
      """
      keyed:
        description: Days to wait by language.
        unit: calendar-days
        clause: WAIT
        reference: the invented body's page
        values:
          - value: {en: 3, fr: 4}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"rules/aws", "src/test/resources/packs/five-days"})
  void aSoundPackIsClean(String pack) {
    assertThat(PackCheck.of(PackFiles.read(Path.of(pack), pack))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          drl-syntax | waits.drl | $until : until, | $until : until | 33:46 | `,` is missing
          drl-compile | waits.drl | Wait( $attempt : attempt | Wayt( $attempt : attempt | 33:5 | Wayt
          drl-compile | waits.drl | $until : until, | $until : untill, | 33:40 | untill
          drl-compile | waits.drl | $attempt.day() ); | $attempt.dya() ); | 36:69 | dya()
          drl-compile | waits.drl | $attempt.code(), $attempt.day | $atempt.code(), $attempt.day | 36:43 | $atempt
          drl-compile | waits.drl | until > $now | until > $nou | 33:55 | $nou
          drl-compile | waits.drl | new Wait( $attempt, | new Wait( | 25:17 | Wait(Moment)
          rule-without-clause | waits.drl | @clause( "WAIT" )\t    ruleflow-group "decisions" | ruleflow-group "decisions" | 28:6 | does not say by which clause
          unknown-clause | waits.drl | @clause( "WAIT" )\t    ruleflow-group "decisions" | @clause( "WEIGHT" )\t    ruleflow-group "decisions" | 29:15 | no clause `WEIGHT`
          unused-clause | clauses.yaml | WAIT:\t | REST:\t  title: Rest\t  words: Rest.\t  source: none\tWAIT:\t | clauses.yaml:1:1 | no rule uses the clause `REST`
          unknown-reading | waits.drl | "R1" | "R2" | 20:35 | no reading `R2`
          unused-reading | waits.drl | @readings( "R1" ) | ~~ | readings.yaml:1:1 | no rule uses the reading `R1`
          unknown-term | waits.drl | "wait", $day | "wayt", $day | 25:47 | no term `wayt`
          unused-term | waits.drl | terms.after( "wait", $day ).next() | $day.next() | terms.yaml:1:1 | no rule uses the term `wait`
          unknown-decision | waits.drl | "retake-blocked" | "retake-bloked" | 35:22 | no decision `retake-bloked`
          unused-decision | pack.yaml | needs-review: | needs-revue: | pack.yaml:8:3 | no rule gives the decision `needs-revue`
          unknown-phase | waits.drl | ruleflow-group "waits" | ruleflow-group "weights" | 21:21 | no phase `weights`
          term-gap | terms.yaml | - value: 3 | - {from: 2020-01-01, value: 3} | terms.yaml:1:1 | no value before 2020-01-01
          pack-file | terms.yaml | from: 2026-01-01, | ~~ | terms.yaml:8:7 | each value begins after the one before it
          pack-file | exams.yaml | certification: NET, | certification: NOT, | exams.yaml:4:34 | no certification `NOT`
          pack-file | exams.yaml | first-day: 2020-01-01 | first-day: 2020-01-01, last-day: 2019-01-01 | exams.yaml:4:5 | before its first
          duplicate-rule | waits.drl | rule "an exam may not be taken again before the wait is over" | rule "a fail starts a wait on the day after" | 28:6 | is at
          unused-fact | waits.drl | declare Wait\t | declare Rest\t    attempt : Attempt\tend\tdeclare Wait\t | 14:9 | no rule asks for a `Rest`
          identity | waits.drl | declare Wait\t | function boolean same( Attempt one, Attempt other ) { return one.day() == other.day(); }\tdeclare Wait\t | 14:72 | asks whether both are one object
          unknown-field | waits.drl | declare Wait\t | declare Wait @says( "until {untill}" )\t | 14:29 | no field `untill`
          never-matches | waits.drl | Candidate( $now : now )\t | Candidate( $now : now )\t    Rest( )\t | 36:5 | no rule inserts a `Rest`
          never-matches | waits.drl | outcome == Outcome.FAIL | outcome == Outcome.FAIL, outcome == Outcome.PASS | 23:50 | no `Attempt` meets both
          never-matches | waits.drl | outcome == Outcome.FAIL | exam == null, exam != null | 23:39 | no `Attempt` meets both
          unstratified | waits.drl | ruleflow-group "waits"\twhen | ruleflow-group "waits"\twhen\t    not Wait( ) | 23:9 | which rule fires first
          comes-too-late | pack.yaml | phases: [waits, decisions] | phases: [decisions, waits] | waits.drl:33:5 | derives a `Wait` only in phase `waits`
          number-in-rule | waits.drl | Outcome.FAIL, | Outcome.FAIL, score < 700, | 23:58 | `700`
          date-in-rule | waits.drl | Outcome.FAIL, | Outcome.FAIL, day.date > "2026-01-01", | 23:62 | `2026-01-01`
          clock-in-rule | waits.drl | until > $now ) | until > new Moment( java.time.Instant.now(), $now.zone ) ) | 33:77 | reads the clock
          forbidden-attribute | waits.drl | ruleflow-group "waits" | ruleflow-group "waits" salience 10 | 21 | salience
          forbidden-action | waits.drl | insert( new Wait | insertLogical( new Wait | 25:5 | `insertLogical`
          elapsed-for-calendar | waits.drl | terms.after( "wait", $day ).next().start() | $day.start().plus( java.time.Duration.ofDays( 1 ) ) | 25:62 | `Duration`
          forbidden-import | waits.drl | import dev.certus.fact.Attempt | import java.nio.file.Files\timport dev.certus.fact.Attempt | 4:8 | may not import `java.nio.file.Files`
          forbidden-call | waits.drl | insert( new Wait | java.nio.file.Path.of( "x" ); insert( new Wait | 25:19 | may not use `Path.of`
          drl-syntax | waits.drl | "R1" | "R1 | 20:34 | not closed on its line
          drl-syntax | waits.drl | declare Wait\t | query "fails"\t    Attempt( )\tend\tdeclare Wait\t | 14:1 | a pack has no queries
          drl-compile | waits.drl | Candidate( $now | Candidat( $now | 32:5 | Candidat
          drl-compile | waits.drl | $until : until, | $until : until, attempt < attempt.day, | 33:47 | requires compatible types
          forbidden-call | waits.drl | $day : day ) | $day : day )\t    String( ) from java.nio.file.Files.readAllLines( null ) | 24:34 | may not use `Files.readAllLines`
          forbidden-declaration | waits.drl | declare Wait\t | declare Wait extends Thread\t | 14:22 | may not extend `Thread`
          pack-file | exams.yaml | first-day | frist-day | 4:51 | `frist-day` has no meaning here
          pack-file | terms.yaml | {from: 2026-01-01, | {from: 2026-01-01, untl: 2027-01-01, | terms.yaml:8:26 | `untl` has no meaning here
          pack-file | pack.yaml | [waits, decisions] | [waits, decisions, waits] | pack.yaml:4:28 | is listed twice
          unused-phase | pack.yaml | [waits, decisions] | [waits, middle, decisions] | pack.yaml:4:17 | no rule runs in the phase `middle`
          unknown-phase | waits.drl | ruleflow-group "waits"\t | ~~ | 19:6 | does not say in which phase
          unknown-annotation | waits.drl | @readings( "R1" ) | @reading( "R1" ) | 20:24 | `@reading` has no meaning here
          unknown-annotation | waits.drl | declare Wait\t | declare Wait @sais( "x" )\t | 14:15 | `@sais` has no meaning here
          unknown-global | waits.drl | global Terms terms | global java.util.List things\tglobal Terms terms | 11:23 | no global `things`
          never-matches | waits.drl | outcome == Outcome.FAIL | outcome == Outcome.FAIL && outcome == Outcome.PASS | 23:25 | no `Attempt` meets both
          never-matches | waits.drl | outcome == Outcome.FAIL | startedAt < resultPostedAt, startedAt >= resultPostedAt | 23:53 | no `Attempt` meets both
          unstratified | waits.drl | ruleflow-group "waits"\twhen | ruleflow-group "waits"\twhen\t    accumulate( Wait( $u : until ); $n : count( $u ) ) | 23:17 | which rule fires first
          unstratified | waits.drl | ruleflow-group "waits"\twhen | ruleflow-group "waits"\twhen\t    java.util.List( ) from collect( Wait( ) ) | 23:37 | which rule fires first
          unstratified | waits.drl | ruleflow-group "waits"\twhen | ruleflow-group "waits"\twhen\t    forall( Wait( $u : until ) Wait( this.until == $u ) ) | 23:13 | which rule fires first
          number-in-rule | waits.drl | Outcome.FAIL, | Outcome.FAIL, score >= 0x2BC, | 23:59 | `0x2BC`
          number-in-rule | waits.drl | Outcome.FAIL, | Outcome.FAIL, score >= "700", | 23:60 | `700`
          number-in-rule | waits.drl | $day ).next().start() | $day ).plus( java.time.Period.ofDays( 1 ) ).start() | 25:92 | `1`
          number-in-rule | waits.drl | declare Wait\t | function int days() { return 14; }\tdeclare Wait\t | 14:30 | `14`
          date-in-rule | waits.drl | Outcome.FAIL, | Outcome.FAIL, day.date > java.time.LocalDate.parse( code ), | 23:71 | `LocalDate`
          date-in-rule | waits.drl | ruleflow-group "waits" | ruleflow-group "waits" date-effective "01-Jan-2026" | 21:44 | `01-Jan-2026`
          clock-in-rule | waits.drl | insert( new Wait | java.time.InstantSource.system(); insert( new Wait | 25:15 | reads the clock
          clock-in-rule | waits.drl | $day : day ) | $day : day ) over window:time( 5m ) | 23:68 | reads the clock
          forbidden-attribute | waits.drl | ruleflow-group "waits" | ruleflow-group "waits" timer( int: 5s ) | 21:28 | timer
          forbidden-attribute | waits.drl | ruleflow-group "waits" | ruleflow-group "waits" date-effective "01-Jan-2026" | 21:28 | date-effective
          forbidden-attribute | waits.drl | ruleflow-group "waits" | ruleflow-group "waits" no-loop | 21:28 | no-loop
          forbidden-action | waits.drl | insert( new Wait | update( $attempt ); insert( new Wait | 25:5 | `update`
          forbidden-action | waits.drl | insert( new Wait | insert( $attempt ); insert( new Wait | 25:5 | so its type is unknown
          elapsed-for-calendar | waits.drl | terms.after( "wait", $day ).next().start() | terms.after( "wait", $attempt.startedAt() ) | 25:47 | is in calendar-days
          wrong-unit | terms.yaml | calendar-days | elapsed-hours | waits.drl:25:47 | is in elapsed-hours, but is reckoned here from a day
          wrong-unit | waits.drl | insert( new Wait | int days = terms.count( "wait", $day ); insert( new Wait | 25:30 | terms.count takes another unit
          forbidden-import | waits.drl | global Terms terms | import accumulate java.util.Scanner scan\tglobal Terms terms | 11:19 | may not import `java.util.Scanner`
          unknown-decision | waits.drl | decisions.give( "retake-blocked" | decisions\t        .give( "retake-bloked" | 36:17 | no decision `retake-bloked`
          drl-compile | waits.drl | until > $now ) | until > $now )\t    accumulate( Attempt( $s : score ); $n : count( $s ); $n > terms.cuont( "wait", $now.day() ) ) | 34:58 | cuont
          unknown-value | waits.drl | outcome == Outcome.FAIL | exam.level == "asessment", outcome == Outcome.FAIL | 23:40 | no exam of the catalogue has the level `asessment`
          term-without-key | waits.drl | terms.after( "wait", $day ) | terms.after( "wait", "en", $day ) | 25:55 | has one value, not values by key
          term-without-key | terms.yaml | value: 3 | value: {en: 3} | waits.drl:25:47 | has a value for each key, but no key is given
          unknown-key | waits.drl | terms.after( "wait", $day ) | terms.after( "keyed", "de", $day ) | 25:56 | no value for `de`
          open-key | waits.drl | terms.after( "wait", $day ) | terms.after( "keyed", $attempt.language(), $day ) | 25:55 | `$attempt.language()` may be a key
          open-decision | waits.drl | give( "retake-blocked", | give( $attempt.code(), | 35:21 | the code of this decision is not written here
          clause-words | waits.drl | rule "a fail | // WAIT "Wait for ever."\trule "a fail | 19:1 | not the words of clause `WAIT`
          drl-compile | waits.drl | declare Wait\t | function boolean late( Wait wait ) {\t    return wait.getUntl() == null;\t}\tdeclare Wait\t | 15:17 | getUntl() is undefined
          drl-compile | waits.drl | declare Wait\t | function boolean late( Wait wait ) {\t    return wait.getUntil();\t}\tdeclare Wait\t | 15:5 | cannot convert from Moment to boolean
          forbidden-import | waits.drl | global Terms terms | import static java.lang.System.exit\tglobal Terms terms | 11:15 | may not import `java.lang.System.exit`
          """)
  void aFaultIsReportedAtItsPlace(
      String code, String file, String text, String by, String place, String message) {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    if (code.equals("never-matches") && by.contains("Rest")) {
      Packs.change(
          pack.resolve(file),
          "declare Wait",
          "declare Rest\n    attempt : Attempt\nend\ndeclare Wait");
    }
    if (by.contains("keyed")) {
      Packs.append(pack.resolve("terms.yaml"), KEYED_TERM);
    }
    Packs.change(pack.resolve(file), lines(text), lines(by));

    List<Problem> problems = PackCheck.of(PackFiles.read(pack, "pack"));

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.at().toString())
                  .startsWith("pack/" + (place.contains(".") ? place : file + ":" + place));
              assertThat(problem.message()).contains(message);
            });
  }

  private static String lines(String text) {
    return text.replace('\t', '\n');
  }

  @Test
  void aTermThatLacksALevelOfTheCatalogueIsReported() {
    Path pack = Packs.copy(Packs.AWS, folder);
    Packs.change(pack.resolve("terms.yaml"), "associate: 720, ", "");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack")))
        .singleElement()
        .hasToString(
            "pack/terms.yaml:4:1: term `passing-score` has no value for level associate, which the"
                + " catalogue has\n  help: add the number");
  }

  /** Which levels a rule looks up depends on the exams that its conditions allow. */
  @Test
  void aFeeOfBetasNeedsOnlyTheLevelsThatHaveBetas() {
    Path pack = Packs.copy(Packs.AWS, folder);
    Path terms = pack.resolve("terms.yaml");
    Packs.change(terms, "professional: 150.00, specialty: 150.00", "other: 1.00");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack"))).isEmpty();

    Packs.change(terms, "{foundational: 50.00, ", "{");
    assertThat(PackCheck.of(PackFiles.read(pack, "pack")))
        .extracting(Problem::message)
        .containsExactly(
            "term `beta-fee` has no value for level foundational, which the catalogue has");
  }

  @Test
  void aDefaultServesKeysThatHaveNoValueOfTheirOwn() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.append(pack.resolve("terms.yaml"), KEYED_TERM.replace("fr: 4", "default: 4"));
    Packs.change(
        pack.resolve("waits.drl"),
        "terms.after( \"wait\", $day )",
        "terms.after( \"wait\", terms.after( \"keyed\", $attempt.language(), $day ) )");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {certification: NET, renewed-by: NIT} | 1:36 | no certification `NIT`
          {certification: NIT, renewed-by: NET} | 1:19 | no certification `NIT`
          {certification: NET, renewed-by: NET} | 1:3  | always renews itself
          """)
  void aRenewalThatContradictsTheCatalogueIsReported(String row, String place, String message)
      throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Files.writeString(pack.resolve("renewals.yaml"), "- " + row + "\n");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack")))
        .singleElement()
        .asString()
        .startsWith("pack/renewals.yaml:%s: ".formatted(place))
        .contains(message);
  }

  /** The compiler alone would stop at the first kind of fault that it meets. */
  @Test
  void severalFaultsAreReportedAtOnce() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("terms.yaml"), "value: 3", "value: three");
    Packs.change(pack.resolve("exams.yaml"), "certification: NET,", "certification: NOT,");
    Packs.change(pack.resolve("waits.drl"), "new Wait(", "new Wayt(");
    Packs.change(pack.resolve("waits.drl"), "$until : until,", "$until : untill,");
    Packs.change(pack.resolve("waits.drl"), "Outcome.PENDING", "Outcome.PENDIN");
    Packs.change(pack.resolve("pack.yaml"), "version:", "vershun:");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack")))
        .extracting(problem -> problem.at().toString())
        .containsExactly(
            "pack/exams.yaml:4:34",
            "pack/pack.yaml:3:1",
            "pack/terms.yaml:7:14",
            "pack/waits.drl:25:17",
            "pack/waits.drl:33:40",
            "pack/waits.drl:43:44");
  }

  /** What does not hang on the file that cannot be read is reported, too. */
  @Test
  void aFaultOfSyntaxHidesNoneOfOtherKinds() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("terms.yaml"), "- value: 3", "- {from: 2020-01-01, value: 3}");
    Packs.change(pack.resolve("waits.drl"), "until > $now )", "until > $now");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack")))
        .extracting(Problem::code)
        .containsExactly("term-gap", "drl-syntax");
  }

  @Test
  void conditionsThatAFactCanMeetTogetherAreNoContradiction() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        "$attempt : Attempt( outcome == Outcome.FAIL",
        "Attempt( $one : outcome )\n    $attempt : Attempt( outcome == Outcome.FAIL, outcome == $one,"
            + " startedAt <= resultPostedAt, startedAt >= resultPostedAt");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack"))).isEmpty();
  }

  @Test
  void aPackThatIsCheckedAgainIsAsItIsNow() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    PackCheck check = new PackCheck();
    assertThat(check.again(PackFiles.read(pack, "pack"))).isEmpty();

    Packs.change(pack.resolve("waits.drl"), "until > $now", "until > $nou");
    assertThat(check.again(PackFiles.read(pack, "pack")))
        .singleElement()
        .hasToString(PackCheck.of(PackFiles.read(pack, "pack")).get(0).toString());

    Packs.change(pack.resolve("waits.drl"), "new Wait(", "new Wayt(");
    assertThat(check.again(PackFiles.read(pack, "pack")))
        .hasSize(2)
        .isEqualTo(PackCheck.of(PackFiles.read(pack, "pack")));

    Packs.change(pack.resolve("waits.drl"), "new Wayt(", "new Wait(");
    Packs.change(pack.resolve("waits.drl"), "until > $nou", "until >= $now");
    assertThat(check.again(PackFiles.read(pack, "pack"))).isEmpty();
  }

  @Test
  void aRuleThatTakesTheDateOfThePresentAwayIsNoted() {
    PackFiles aws = Packs.aws().files();
    String rules = aws.texts().get("retakes.drl");
    PackCheck check = new PackCheck();

    assertThat(check.again(aws)).isEmpty();
    assertThat(check.timeNotes()).isEmpty();
    assertThat(
            check.again(
                aws.with(
                    "retakes.drl",
                    rules
                        .replace("at.day.on( exam.lastDay ) < at.day", "exam.lastDay < at.day.date")
                        .replace("$exam, $at.day() );", "$exam, $at.day().date() );"))))
        .isEmpty();
    assertThat(check.timeNotes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.code()).isEqualTo("time-search");
              assertThat(note.at().toString()).endsWith("retakes.drl:118:76");
              assertThat(note.message())
                  .startsWith(
                      "rule `an exam may not be taken after its last day of delivery` takes the date");
            });
  }

  /** Terms by the value of another day are checked like others. */
  @Test
  void aTermOfAnotherDayIsCheckedForItsUnitAndItsName() {
    PackFiles aws = Packs.aws().files();
    String rules = aws.texts().get("retakes.drl");
    String call = "terms.after( \"retake-wait\", $attempt.day() )";

    assertThat(
            PackCheck.of(
                with(
                    aws,
                    rules,
                    call,
                    "terms.after( \"retake-wait\", $attempt.day(), $attempt.day() )")))
        .isEmpty();
    assertThat(
            PackCheck.of(
                with(
                    aws,
                    rules,
                    call,
                    "terms.after( \"change-notice\", $attempt.day(), $attempt.day() )")))
        .extracting(Problem::code)
        .contains("wrong-unit");
    assertThat(
            PackCheck.of(
                with(
                    aws,
                    rules,
                    call,
                    "terms.after( \"retake-wail\", $attempt.day(), $attempt.day() )")))
        .extracting(Problem::code)
        .contains("unknown-term");
  }

  private static PackFiles with(PackFiles files, String rules, String from, String to) {
    assertThat(rules).contains(from);
    return files.with("retakes.drl", rules.replace(from, to));
  }
}
