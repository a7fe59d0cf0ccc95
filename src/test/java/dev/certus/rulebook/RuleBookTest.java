package dev.certus.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certus.Packs;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

  @TempDir private Path folder;

  /**
   * One fault each: the file, the text that is replaced and what by, and where and what is told.
   */
  @ParameterizedTest(name = "{2} in {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          waits.drl | Wait( $attempt : attempt, $until | Wait( $attempt : attempt $until | :33:30 | `,` is missing
          waits.drl | until > $now ) | until > $now | :33:9 | this parenthesis is not closed
          waits.drl | Wait( $attempt : attempt | Wayt( $attempt : attempt | :33:5 | Wayt
          waits.drl | $until : until, | $until : untill, | :33:40 | untill
          waits.drl | Outcome.FAIL | Outcome.FAIL, exam.betta | :23:55 | betta
          waits.drl | until > $now | until > $nou | :33:55 | $nou
          waits.drl | $attempt.day() ); | $attempt.dya() ); | :36:69 | dya()
          waits.drl | $attempt.code(), $attempt.day | $atempt.code(), $attempt.day | :36:43 | $atempt
          waits.drl | new Wait( $attempt, | new Wait( | :25:17 | Wait(Moment)
          waits.drl | until : Moment | until : Momant | :16:13 | Momant
          waits.drl | import dev.certus.fact.Attempt | import dev.certus.fact.Attemt | :4:8 | Attemt
          waits.drl | rule "an exam may not be taken again before the wait is over" | rule "a fail starts a wait on the day after" | :28 | duplicate rule name
          waits.drl | outcome == Outcome.FAIL | score == "abc" | :23:25 | cannot be compiled
          waits.drl | outcome == Outcome.FAIL | day.date > "2026-01-01" | :23:37 | a date in a rule
          waits.drl | outcome == Outcome.FAIL | day.date > "yesterday" | :19:6 | a date that is written as a text
          waits.drl | $attempt : Attempt( outcome | not Wait( )\t    $attempt : Attempt( outcome | :23:9 | which rule fires first
          waits.drl | "wait", $day | "wayt", $day | :25:47 | no term `wayt`
          waits.drl | "retake-blocked" | "retake-bloked" | :35:22 | no decision `retake-bloked`
          waits.drl | @clause( "WAIT" ) @readings | @clause( "WAITS" ) @readings | :20:15 | clause `WAITS`
          waits.drl | "R1" | "R2" | :20:35 | reading `R2`
          waits.drl | ruleflow-group "waits" | ruleflow-group "waitings" | :21:21 | phase `waitings`
          waits.drl | ruleflow-group "waits" | @phase( "waitings" ) | :21:14 | phase `waitings`
          waits.drl | "retake-blocked" | $attempt == null ? "retake-blocked" : "retake-bloked" | :35:60 | no decision `retake-bloked`
          terms.yaml | wait: | weight: | waits.drl:25:47 | no term `wait`
          terms.yaml | description: Days | # Days | terms.yaml:3:3 | `description` is missing
          terms.yaml | calendar-days | elapsed-hours | waits.drl:25:47 | is in elapsed-hours
          terms.yaml | calendar-days | days | terms.yaml:3:9 | `unit` cannot be `days`
          terms.yaml | clause: WAIT | clause: WAYT | terms.yaml:4:11 | no clause `WAYT`
          terms.yaml | value: 3 | value: three | terms.yaml:7:14 | `three` is not a number
          terms.yaml | value: 3 | value: -3 | terms.yaml:7:14 | not negative
          terms.yaml | value: 3 | valeu: 3 | terms.yaml:7:7 | `valeu` has no meaning here
          terms.yaml | 2026-01-01 | 2026-13-01 | terms.yaml:8:14 | not a date
          terms.yaml | {from: 2026-01-01, | { | terms.yaml:8:7 | each value begins after
          terms.yaml | description: | describtion: | terms.yaml:2:3 | `describtion` has no meaning here
          exams.yaml | certification: NET | certification: NOT | exams.yaml:4:34 | no certification `NOT`
          exams.yaml | first-day: 2020-01-01 | first-day: 2020-01-01, last-day: 2019-01-01 | exams.yaml:4:5 | before its first
          exams.yaml | first-day | frist-day | exams.yaml:4:51 | `frist-day` has no meaning here
          readings.yaml | confirmed | sure | readings.yaml:5:11 | `status` cannot be `sure`
          pack.yaml | name: | nam: | pack.yaml:1:1 | `nam` has no meaning here
          pack.yaml | phases: [waits, decisions] | phases: [waits, decisions | pack.yaml:5 | not well-formed YAML
          pack.yaml | title: A body | title: A body\tname: twice\tname | pack.yaml | YAML
          """)
  void aFaultIsReportedAtItsPlace(
      String file, String text, String by, String place, String message) {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve(file), text, by.replace('\t', '\n'));
    PackException fault = catchThrowableOfType(PackException.class, () -> RuleBook.load(pack));
    assertThat(fault).isNotNull();
    assertThat(fault.problems()).isNotEmpty();
    assertThat(fault.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.toString()).contains(place.endsWith(".yaml") ? file : place);
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void aMissingFolderAndAMissingFileAreReported() throws IOException {
    assertThat(
            catchThrowableOfType(
                PackException.class, () -> RuleBook.load(folder.resolve("nowhere"))))
        .hasMessageContaining("there is no such folder");
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Files.delete(pack.resolve("terms.yaml"));
    assertThat(catchThrowableOfType(PackException.class, () -> RuleBook.load(pack)))
        .hasMessageContaining("terms.yaml: the pack lacks this file");
  }

  /** The parser's own message has more than a hundred lines. */
  @Test
  void aConditionThatTheCompilerStumblesOverIsReportedInOneLine() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"),
        "Candidate( $now : now )",
        "Candidate( $now : now, terms.after( \"wait\", today.with( today.date ) ) > today )");

    PackException fault = catchThrowableOfType(PackException.class, () -> RuleBook.load(pack));

    assertThat(fault.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.at().toString()).endsWith("waits.drl:32:28");
              assertThat(problem.message().lines()).hasSize(1);
            });
  }

  @Test
  void theHashTellsContentsApart() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    String hash = PackFiles.read(pack, "here").hash();
    assertThat(PackFiles.read(pack, "there").hash()).isEqualTo(hash);
    Packs.change(pack.resolve("terms.yaml"), "value: 5", "value: 6");
    assertThat(PackFiles.read(pack, "here").hash()).isNotEqualTo(hash);
  }

  @Test
  void compiledRulesAreKeptAndADamagedFileIsMadeAnew() throws IOException {
    PackFiles files = PackFiles.read(Packs.FIVE_DAYS, "pack");
    RuleCache cache = RuleCache.folder(folder, "build");
    RuleBook.load(files, cache);
    Path kept = onlyFile();
    byte[] whole = Files.readAllBytes(kept);

    RuleBook.load(files, RuleCache.folder(folder, "build"));
    assertThat(Files.readAllBytes(onlyFile())).isEqualTo(whole);

    whole[whole.length / 2] ^= 1;
    Files.write(kept, whole);
    assertThat(RuleBook.load(files, cache).rules()).hasSize(3);
    byte[] anew = Files.readAllBytes(onlyFile());
    assertThat(anew).isNotEqualTo(whole);
    RuleBook.load(files, cache);
    assertThat(Files.readAllBytes(onlyFile())).isEqualTo(anew);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoError() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    RuleCache cache = RuleCache.folder(file.resolve("cache"), "build");
    assertThat(RuleBook.load(PackFiles.read(Packs.FIVE_DAYS, "pack"), cache).rules()).hasSize(3);
  }

  @Test
  void aChangedNumberOrCatalogueCompilesNothing() throws IOException {
    Path compiled = folder.resolve("compiled");
    RuleCache cache = RuleCache.folder(compiled, "build");
    PackFiles files = PackFiles.read(Packs.FIVE_DAYS, "pack");
    RuleBook.load(files, cache);

    RuleBook other =
        RuleBook.load(
            files
                .with(
                    "terms.yaml", files.texts().get("terms.yaml").replace("value: 3", "value: 44"))
                .with(
                    "exams.yaml", files.texts().get("exams.yaml") + "# looked up when deciding\n"),
            cache);

    try (Stream<Path> kept = Files.list(compiled)) {
      assertThat(kept).hasSize(1);
    }
    assertThat(other.pack().terms().all().iterator().next().values())
        .anyMatch(value -> value.amounts().containsValue(new BigDecimal("44")));
    String without = files.texts().get("terms.yaml").replace("wait:", "weight:");
    assertThat(
            catchThrowableOfType(
                PackException.class, () -> RuleBook.load(files.with("terms.yaml", without), cache)))
        .hasMessageContaining("no term `wait`");
  }

  /** Drools would remember the classes of facts that were declared when compiling failed. */
  @Test
  void rulesThatFailToCompileLeaveNoTraceInTheNext() {
    Path pack = Packs.copy(Packs.AWS, folder);
    Path retakes = pack.resolve("retakes.drl");
    Packs.change(retakes, "$attempt : attempt, $exam : exam )", "$attempt : attempt, exam.betta )");
    assertThat(catchThrowableOfType(PackException.class, () -> RuleBook.load(pack)))
        .hasMessageContaining("betta");

    Packs.change(retakes, "$attempt : attempt, exam.betta )", "$attempt : attempt, $exam : exam )");

    assertThat(RuleBook.load(pack).rules()).hasSize(112);
  }
}
