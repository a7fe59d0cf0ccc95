package dev.certus.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.engine.SessionEngine;
import dev.certus.language.Symbol.Kind;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.PackTexts;
import dev.certus.scenario.ScenarioReader;
import dev.certus.scenario.ScenarioResult;
import dev.certus.scenario.ScenarioRun;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an editor is told of the AWS pack. */
class PackLanguageTest {

  private static final Path FOLDER = Packs.AWS;
  private static RuleBook sound;
  private static PackTexts texts;
  private static PackLanguage language;

  @BeforeAll
  static void read() {
    sound = Packs.aws();
    texts = PackTexts.read(FOLDER);
    language = new PackLanguage(texts, sound);
  }

  private static PackLanguage language(PackTexts changed) {
    language.open(changed);
    return language;
  }

  private static PackTexts replaced(String file, String from, String to) {
    String text = texts.all().get(file);
    assertThat(text).contains(from);
    return texts.with(file, text.replaceFirst(Pattern.quote(from), to));
  }

  private static PackTexts applied(PackTexts before, List<TextEdit> edits) {
    PackTexts after = before;
    List<TextEdit> backwards =
        edits.stream().sorted(Comparator.comparing(TextEdit::start).reversed()).toList();
    for (TextEdit edit : backwards) {
      String text = after.all().get(edit.file());
      after =
          after.with(
              edit.file(),
              text.substring(0, edit.start()) + edit.text() + text.substring(edit.end()));
    }
    return after;
  }

  @Test
  void findsNothingInASoundPack() {
    assertThat(language(texts).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "retakes.drl, '\"retake-wait\"', '\"retake-wiat\"', retake-wiat",
    "retakes.drl, '\"AWS-RETAKE-14D\"', '\"AWS-RETAKE-14\"', AWS-RETAKE-14",
    "retakes.drl, '@phase( \"standings\" )', '@phase( \"standngs\" )', standngs",
    "retakes.drl, '\"retake-blocked\"', '\"retake-blockd\"', retake-blockd",
    "retakes.drl, '\"I1, I2\"', '\"I1, I02\"', I02",
    "terms.yaml, 'unit: calendar-days', 'unit: calendar-day', calendar-day",
    "scenarios/retakes.yaml, 'clause: AWS-SCORE', 'clauze: AWS-SCORE', clauze",
  })
  void underlinesATypoAndMendsIt(String file, String from, String to, String underlined) {
    PackLanguage language = language(replaced(file, from, to));
    Diagnostic diagnostic =
        language.diagnostics().stream()
            .filter(one -> !one.fixes().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(diagnostic.file()).isEqualTo(file);
    assertThat(language.texts().all().get(file).substring(diagnostic.start(), diagnostic.end()))
        .contains(underlined);
    language.open(applied(language.texts(), diagnostic.fixes().get(0).edits()));
    assertThat(language.diagnostics()).isEmpty();
    assertThat(language.texts().all()).isEqualTo(texts.all());
  }

  /** The pack is as sound as before, and all its scenarios still pass. */
  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"EXAM", "CERTIFICATION", "FUNCTION"},
      mode = EnumSource.Mode.EXCLUDE)
  void renamesANameWhereverItStands(Kind kind) {
    PackLanguage language = language(texts);
    List<Occurrence> defined =
        texts.all().keySet().stream()
            .flatMap(file -> language.outline(file).stream())
            .filter(one -> one.symbol().kind() == kind)
            .toList();
    Occurrence at = kind == Kind.VARIABLE ? variable(language) : defined.get(defined.size() / 2);
    String to = kind == Kind.VARIABLE ? "$renamed" : "renamed";
    PackTexts renamed = applied(texts, language.rename(at.file(), at.start(), to));
    assertThat(language(renamed).diagnostics()).isEmpty();
    assertThat(renamed.all()).isNotEqualTo(texts.all());
    try (SessionEngine sessions = new SessionEngine(sound.changed(renamed.files()))) {
      assertThat(
              new ScenarioRun(sessions)
                  .run(ScenarioReader.of(sound.pack().record(), renamed.scenarios())))
          .allMatch(ScenarioResult::passed);
    }
  }

  private static Occurrence variable(PackLanguage language) {
    String text = texts.all().get("retakes.drl");
    return language.definitions("retakes.drl", text.indexOf("$attempt")).get(0);
  }

  @Test
  void refusesANameThatIsTakenOrNone() {
    PackLanguage language = language(texts);
    int term = texts.all().get("terms.yaml").indexOf("retake-wait");
    assertThatThrownBy(() -> language.rename("terms.yaml", term, "pass-lock"))
        .hasMessageContaining("there is a term `pass-lock`");
    assertThatThrownBy(() -> language.rename("terms.yaml", term, "a b"))
        .hasMessageContaining("no name of a term");
    assertThatThrownBy(() -> language.rename("terms.yaml", 0, "other"))
        .hasMessageContaining("no name here");
  }

  @Test
  void saysWhatANameMeansAndWhereItIsDefined() {
    PackLanguage language = language(texts);
    String rules = texts.all().get("retakes.drl");
    int use = rules.indexOf("\"retake-wait\"") + 3;
    Hover hover = language.hover("retakes.drl", use).orElseThrow();
    assertThat(hover.title()).isEqualTo("term retake-wait");
    assertThat(String.join("\n", hover.lines())).contains("14 calendar-days", "after-testing");
    Occurrence definition = language.definitions("retakes.drl", use).get(0);
    assertThat(definition.file()).isEqualTo("terms.yaml");
    assertThat(texts.all().get("terms.yaml").substring(definition.start(), definition.end()))
        .isEqualTo("retake-wait");
    int clause = rules.indexOf("@clause( \"") + 12;
    assertThat(language.hover("retakes.drl", clause).orElseThrow().lines())
        .anyMatch(line -> line.contains("14 calendar days"));
    int field = rules.indexOf("$attempt : attempt") + 14;
    assertThat(language.hover("retakes.drl", field).orElseThrow().title())
        .isEqualTo("field attempt");
  }

  @Test
  void knowsEveryPlaceOfAName() {
    PackLanguage language = language(texts);
    int term = texts.all().get("terms.yaml").indexOf("retake-wait");
    List<Occurrence> all = language.references("terms.yaml", term);
    long written =
        texts.all().values().stream()
            .flatMap(text -> Pattern.compile("\\bretake-wait\\b").matcher(text).results())
            .count();
    assertThat(all).hasSize((int) written);
  }

  /** At {@code |}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x.drl; terms.after( \"|; retake-wait",
        "x.drl; terms.after( \"ret|\", $a ); retake-wait",
        "x.drl; @clause( \"|; AWS-RETAKE-14D",
        "x.drl; @readings( \"I1, |; I2",
        "x.drl; @phase( \"|; prospects",
        "x.drl; then decisions.give( \"|; retake-blocked",
        "x.drl; when F|; Failed",
        "x.drl; when |; Attempt",
        "x.drl; when Failed( |; exam",
        "x.drl; when Attempt( sc|; score",
        "x.drl; when Attempt( exam.|; level",
        "x.drl; when $a : Attempt( ) then $a.|; startedAt",
        "x.drl; when Attempt( $e : exam ) then $e.|; certification",
        "x.drl; when $a : Attempt( ) Failed( attempt == $|; $a",
        "x.drl; then terms.|; after",
        "x.drl; then insert( new |; RetakeWait",
        "terms.yaml; '  clause: |'; AWS-SCORE",
        "terms.yaml; '  unit: |'; calendar-days",
        "scenarios/x.yaml; '    - code: re|'; retake-blocked",
        "scenarios/x.yaml; '      readings: [I1, |'; I2",
        "scenarios/x.yaml; '    - {exam: |'; AIF-C01",
      })
  void proposesWhatCanBeWritten(String file, String written, String expected) {
    String text = (file.endsWith(".drl") ? "package aws\nrule \"x\" " : "") + written;
    int offset = text.indexOf('|');
    PackLanguage language = language(texts.with(file, text.replace("|", "")));
    assertThat(language.completions(file, offset)).extracting(Completion::label).contains(expected);
  }
}
