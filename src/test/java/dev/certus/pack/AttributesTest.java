package dev.certus.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certus.Packs;
import dev.certus.problem.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributesTest {

  private static final String DECLARED =
      """
      attributes:
        certification:
          level: {type: text, required: true}
          credits: {type: number}
        exam:
          products: {type: texts}
          retired: {type: flag}
          announced: {type: date}
          last-days: {type: dates}
        activity:
          hours: {type: number}
      certifications:
        NET: {name: Networking, level: one, credits: 30}
        SEC: {name: Security, level: two}
      activities:
        TALK: {name: A talk, hours: 2}
      exams:
        - {code: NET-1, certification: NET, level: any, products: [a, b], retired: true, announced: 2026-01-31,
           last-days: {en: 2026-05-01, default: 2026-06-01}}
        - {code: SEC-1, certification: SEC, level: any, last-days: {en: 2026-05-01}}
        - {code: SEC-2, certification: SEC, level: any}
      """;

  @TempDir private Path pack;

  private Catalogue catalogue(String exams) throws IOException {
    Packs.copy(Packs.FIVE_DAYS, pack);
    Files.writeString(pack.resolve("exams.yaml"), exams);
    Files.deleteIfExists(pack.resolve("renewals.yaml"));
    return Pack.read(PackFiles.read(pack, "pack")).catalogue();
  }

  private List<String> problems(String exams) {
    return catchThrowableOfType(PackException.class, () -> catalogue(exams)).problems().stream()
        .map(problem -> problem.at() + ": " + problem.message())
        .toList();
  }

  @Test
  void rowsHaveTheValuesOfTheirColumns() throws IOException {
    Catalogue catalogue = catalogue(DECLARED);

    assertThat(catalogue.certification("NET").text("level")).isEqualTo("one");
    assertThat(catalogue.certification("NET").number("credits")).isEqualTo(30);
    assertThat(catalogue.activity("TALK").number("hours")).isEqualTo(2);
    Exam exam = catalogue.exam("NET-1");
    assertThat(exam.texts("products")).containsExactly("a", "b");
    assertThat(exam.flag("retired")).isTrue();
    assertThat(exam.date("announced")).isEqualTo(LocalDate.of(2026, 1, 31));
  }

  @Test
  void whatARowDoesNotHaveIsNull() throws IOException {
    Catalogue catalogue = catalogue(DECLARED);

    assertThat(catalogue.certification("SEC").number("credits")).isNull();
    Exam exam = catalogue.exam("SEC-2");
    assertThat(exam.texts("products")).isEmpty();
    assertThat(exam.texts("products").contains(null)).isFalse();
    assertThat(catalogue.exam("NET-1").texts("products").contains(null)).isFalse();
    assertThat(exam.flag("retired")).isFalse();
    assertThat(exam.date("announced")).isNull();
    assertThat(exam.date("last-days", "en")).isNull();
  }

  @Test
  void aDateByKeyIsThatOfTheKeyOrOfTheDefault() throws IOException {
    Catalogue catalogue = catalogue(DECLARED);

    assertThat(catalogue.exam("NET-1").date("last-days", "en")).isEqualTo(LocalDate.of(2026, 5, 1));
    assertThat(catalogue.exam("NET-1").date("last-days", "ja")).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(catalogue.exam("NET-1").date("last-days", null)).isNull();
    assertThat(catalogue.exam("SEC-1").date("last-days", "ja")).isNull();
  }

  @Test
  void aColumnIsAskedForByItsNameAndKind() throws IOException {
    Exam exam = catalogue(DECLARED).exam("NET-1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> exam.text("product"))
        .withMessageContaining("no text `product` of exams")
        .withMessageContaining("products");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exam.date("last-days"))
        .withMessageContaining("no date `last-days` of exams");
  }

  @Test
  void aFaultyRowIsReportedAtItsPlace() {
    assertThat(
            problems(
                """
                attributes:
                  certification:
                    level: {type: text, required: true}
                  exam:
                    last-days: {type: dates}
                    size: {type: number}
                certifications:
                  NET: Networking
                exams:
                  - {code: NET-1, level: any, last-days: {en: soon}}
                  - {code: NET-2, level: any, size: 1.5}
                  - {code: NET-3, level: any, colour: red}
                """))
        .containsExactly(
            "pack/exams.yaml:8:8: `level` is missing here",
            "pack/exams.yaml:10:47: `en` is not a date: `soon`",
            "pack/exams.yaml:11:37: `1.5` is no whole number",
            "pack/exams.yaml:12:31: `colour` has no meaning here");
  }

  @Test
  void aFaultyColumnIsReportedAtItsPlace() {
    assertThat(
            problems(
                """
                attributes:
                  exam:
                    size: {type: figure}
                certifications: {}
                exams: []
                """))
        .containsExactly("pack/exams.yaml:3:18: `type` cannot be `figure`");
  }
}
