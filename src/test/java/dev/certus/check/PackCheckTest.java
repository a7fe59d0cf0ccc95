package dev.certus.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of fault, alone in a pack that is otherwise clean. */
class PackCheckTest {

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
          drl-syntax | waits.drl | $until : until, | $until : until | 33:46 | mismatched input
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
          duplicate-rule | waits.drl | rule "an exam may not be taken again before the wait is over" | rule "a fail starts a wait on the day after" | 28:6 | stands at
          unused-fact | waits.drl | declare Wait\t | declare Rest\t    attempt : Attempt\tend\tdeclare Wait\t | 14:9 | no rule asks for a `Rest`
          unknown-field | waits.drl | declare Wait\t | declare Wait @says( "until {untill}" )\t | 14:29 | no field `untill`
          never-matches | waits.drl | Candidate( $now : now )\t | Candidate( $now : now )\t    Rest( )\t | 36:5 | no rule inserts a `Rest`
          never-matches | waits.drl | outcome == Outcome.FAIL | outcome == Outcome.FAIL, outcome == Outcome.PASS | 23:50 | no `Attempt` meets both
          never-matches | waits.drl | outcome == Outcome.FAIL | exam == null, exam != null | 23:39 | no `Attempt` meets both
          unstratified | waits.drl | ruleflow-group "waits"\twhen | ruleflow-group "waits"\twhen\t    not Wait( ) | 23:9 | which rule fires first
          comes-too-late | pack.yaml | phases: [waits, decisions] | phases: [decisions, waits] | waits.drl:33:5 | derives a `Wait` only in phase `waits`
          number-in-rule | waits.drl | Outcome.FAIL, | Outcome.FAIL, score < 700, | 23:58 | `700`
          date-in-rule | waits.drl | Outcome.FAIL, | Outcome.FAIL, day.date > "2026-01-01", | 23:62 | `2026-01-01`
          clock-in-rule | waits.drl | until > $now ) | until > new Moment( java.time.Instant.now(), $now.zone ) ) | 33:84 | reads the clock
          forbidden-attribute | waits.drl | ruleflow-group "waits" | ruleflow-group "waits" salience 10 | 21 | salience
          forbidden-action | waits.drl | insert( new Wait | insertLogical( new Wait | 25:5 | `insertLogical`
          elapsed-for-calendar | waits.drl | terms.after( "wait", $day ).next().start() | $day.start().plus( java.time.Duration.ofDays( 1 ) ) | 25:62 | `Duration`
          forbidden-import | waits.drl | import dev.certus.fact.Attempt | import java.nio.file.Files\timport dev.certus.fact.Attempt | 4:8 | may not import `java.nio.file.Files`
          forbidden-call | waits.drl | insert( new Wait | java.nio.file.Path.of( "x" ); insert( new Wait | 25:19 | may not use `Path.of`
          """)
  void aFaultIsToldAtItsPlace(
      String code, String file, String text, String by, String place, String message) {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    if (code.equals("never-matches") && by.contains("Rest")) {
      Packs.change(
          pack.resolve(file),
          "declare Wait",
          "declare Rest\n    attempt : Attempt\nend\ndeclare Wait");
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
  void aTermThatLacksALevelOfTheCatalogueIsTold() {
    Path pack = Packs.copy(Packs.AWS, folder);
    Packs.change(pack.resolve("terms.yaml"), "associate: 720, ", "");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack")))
        .singleElement()
        .hasToString(
            "pack/terms.yaml:4:1: term `passing-score` has no value for level associate, which the"
                + " catalogue has\n  help: add the number");
  }

  @Test
  void severalFaultsAreToldAtOnce() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("terms.yaml"), "value: 3", "value: three");
    Packs.change(pack.resolve("exams.yaml"), "certification: NET,", "certification: NOT,");
    Packs.change(pack.resolve("waits.drl"), "$until : until,", "$until : untill,");
    Packs.change(pack.resolve("waits.drl"), "$attempt.code()", "$attempt.cod()");
    Packs.change(pack.resolve("pack.yaml"), "version:", "vershun:");

    assertThat(PackCheck.of(PackFiles.read(pack, "pack")))
        .extracting(problem -> problem.at().file())
        .contains("pack/exams.yaml", "pack/pack.yaml", "pack/terms.yaml", "pack/waits.drl");
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

    Packs.change(pack.resolve("waits.drl"), "until > $nou", "until >= $now");
    assertThat(check.again(PackFiles.read(pack, "pack"))).isEmpty();
  }
}
