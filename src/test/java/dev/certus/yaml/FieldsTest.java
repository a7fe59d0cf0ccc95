package dev.certus.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.problem.PackException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FieldsTest {

  private static Fields fields(String text) {
    return new Fields(Yaml.parse("f.yaml", text));
  }

  private static void assertProblem(String text, Consumer<Fields> read, String message) {
    Fields fields = fields(text);
    assertThatThrownBy(() -> read.accept(fields))
        .isInstanceOf(PackException.class)
        .hasMessage(message);
  }

  @Test
  void fieldsAreReadByName() {
    Fields fields = fields("{t: some text, f: true, d: 2026-03-02, w: two, e: }");

    assertThat(fields.text("t")).isEqualTo("some text");
    assertThat(fields.flag("f")).isTrue();
    assertThat(fields.date("d")).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(fields.oneOf("w", List.of(1, 2), n -> n == 1 ? "one" : "two")).isEqualTo(2);
    assertThat(fields.text("e", "otherwise")).isEqualTo("otherwise");
    assertThat(fields.text("missing", "otherwise")).isEqualTo("otherwise");
    assertThat(fields.flag("missing")).isFalse();
    assertThat(fields.optionalDate("missing")).isNull();
    fields.done();
  }

  @Test
  void aFieldThatNobodyAskedForIsAnError() {
    assertProblem(
        "{title: x, tilte: y}",
        fields -> {
          fields.text("title");
          fields.done();
        },
        "f.yaml:1:12: `tilte` has no meaning here\n  help: did you mean `title`?");
  }

  @Test
  void aMissingFieldThatIsMisspeltIsReportedWhereItIsWritten() {
    assertProblem(
        "{words: x, tilte: y}",
        fields -> fields.text("title"),
        "f.yaml:1:12: `tilte` has no meaning here\n  help: did you mean `title`?");
  }

  @Test
  void aMissingFieldIsReportedWithWhatToAdd() {
    assertProblem(
        "{words: x}",
        fields -> fields.text("title"),
        "f.yaml:1:1: `title` is missing here\n  help: add `title: …`");
  }

  @Test
  void aValueOfAnotherFormIsReportedAtItsPlace() {
    assertProblem(
        "{d: soon}",
        fields -> fields.date("d"),
        "f.yaml:1:5: `d` is not a date: `soon`\n  help: write it as 2026-08-18");
    assertProblem("{f: maybe}", fields -> fields.flag("f"), "f.yaml:1:5: `f` is true or false");
    assertProblem("{t: [a]}", fields -> fields.text("t"), "f.yaml:1:5: a text is expected here");
    assertProblem(
        "{w: thre}",
        fields -> fields.oneOf("w", List.of("one", "three"), word -> word),
        "f.yaml:1:5: `w` cannot be `thre`\n  help: did you mean `three`?");
    assertProblem(
        "{n: x}", fields -> Fields.number(fields.required("n")), "f.yaml:1:5: `x` is not a number");
  }
}
