package dev.certus.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certus.Packs;
import dev.certus.problem.PackException;
import dev.certus.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pack says in record.yaml. */
class ShapeReaderTest {

  private static final String CREDITS =
      """
      words:
        CreditKind: [course, talk]
      candidate:
        fields:
          birthDate: day
      lists:
        attempts:
          fields:
            score: {range: [0, 100]}
        credits:
          fact: Credit
          happens: earnedOn
          fields:
            earnedOn: {type: day, required: true}
            kind: {type: CreditKind, default: course}
            hours: {type: number}
            source: {type: text, of: attempts}
      """;

  private static RecordShape shape(String text) {
    return RecordShape.of(Yaml.parse("record.yaml", text));
  }

  private static List<String> problems(String text) {
    return catchThrowableOfType(PackException.class, () -> shape(text)).problems().stream()
        .map(problem -> problem.at() + ": " + problem.message())
        .toList();
  }

  @Test
  void whatADeclarationDoesNotNameStaysAsItWas() {
    RecordShape shape = shape(CREDITS);

    RecordObject attempt = shape.list("attempts").item();
    assertThat(attempt.field("score").most()).isEqualByComparingTo("100");
    assertThat(attempt.field("exam"))
        .isEqualTo(RecordShape.standard().list("attempts").item().field("exam"));
    assertThat(shape.list("vouchers")).isEqualTo(RecordShape.standard().list("vouchers"));
  }

  @Test
  void aNewListHasItsFieldsAndAnId() {
    RecordList credits = shape(CREDITS).list("credits");

    assertThat(credits.item().fields())
        .extracting(RecordField::name)
        .containsExactly("id", "earnedOn", "kind", "hours", "source");
    assertThat(credits.happens()).isEqualTo("earnedOn");
    assertThat(credits.item().field("kind").otherwise()).isEqualTo("course");
    assertThat(credits.item().field("hours").most()).isEqualByComparingTo("1000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CreditKind: [course, talk]   | CreditKind: [course, Talk]   | 2:24  | `Talk` is no word
          CreditKind: [course, talk]   | CreditKind: [course, course] | 2:24  | the word `course` is repeated
          birthDate: day               | birthDate: dya               | 5:16  | `dya` is no type
          birthDate: day               | birth-date: day              | 5:5   | `birth-date` is no name
          birthDate: day               | zone: text                   | 5:5   | `zone` is a field of every candidate
          birthDate: day               | credits: text                | 10:3  | the candidate has a field `credits`
          'range: [0, 100]'            | 'range: [100, 0]'            | 9:22  | ends before it begins
          'range: [0, 100]'            | 'range: [0]'                 | 9:22  | a range has two ends
          'range: [0, 100]'            | 'range: [0.5, 9]'            | 9:22  | whole ends
          'range: [0, 100]'            | 'rnage: [0, 100]'            | 9:15  | `rnage` has no meaning
          fact: Credit                 | fact: credit                 | 11:11 | `credit` is no name of a fact
          fact: Credit                 | fact: Attempt                | 1:1   | two things of the record are named `Attempt`
          fact: Credit                 | description: Credits         | 11:5  | what rules call its facts
          happens: earnedOn            | happens: hours               | 12:14 | `hours`
          happens: earnedOn            | happens: earned              | 12:14 | `earned`
          'required: true'             | required: maybe              | 14:39 | `required` is true or false
          'default: course'            | default: lecture             | 15:41 | the default is not one of "course", "talk"
          'type: number'               | 'type: number, of: attempts' | 16:33 | only a text names a fact
          'of: attempts'               | 'of: attemps'                | 17:32 | no list `attemps`
          credits                      | candidateId                  | 10:3  | `candidateId` is a field of every candidate
          """)
  void aFaultIsReportedAtItsPlace(String found, String fault, String place, String message) {
    String text = CREDITS.replaceFirst(Pattern.quote(found), fault);
    assertThat(text).isNotEqualTo(CREDITS);

    assertThat(problems(text))
        .singleElement()
        .asString()
        .startsWith("record.yaml:" + place + ":")
        .contains(message);
  }

  @Test
  void aFaultHidesNoOther() {
    assertThat(
            problems(
                CREDITS.replace("[course, talk]", "[Course]").replace("fact: Credit", "fact: x")))
        .hasSize(2);
  }

  static Stream<Path> declarations() {
    return Packs.shipped().stream().map(pack -> pack.resolve("record.yaml"));
  }

  /** A declaration that is damaged anywhere is still one, or is refused with places. */
  @ParameterizedTest
  @MethodSource("declarations")
  void aDamagedDeclarationIsReadOrRefusedWithItsPlaces(Path file) throws IOException {
    String text = Files.readString(file);
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      String damaged = damaged(text, random);
      try {
        assertThat(shape(damaged).lists()).isNotEmpty();
      } catch (PackException e) {
        assertThat(e.problems()).isNotEmpty().allMatch(problem -> problem.at() != null);
      }
    }
  }

  /** A text without some of its characters, with others doubled, or with a line elsewhere. */
  private static String damaged(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(12));
    int at = random.nextInt(text.length());
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, at) + text.substring(from, to) + text.substring(at);
      default -> text.substring(0, from) + "{[:0" + text.substring(to);
    };
  }
}
