package dev.certus.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences with gaps. */
class TemplateTest {

  private static final Map<String, String> FIELDS = Map.of("id", "A-1", "exam.code", "X");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attempt {id} of {exam.code}      | attempt A-1 of X
          attempt {id}[, score {score}]    | attempt A-1
          attempt[ {id}][, {exam.code}]    | attempt A-1, X
          [{id} {score}]none[ of {id}]     | none of A-1
          score {score}                    | score ?
          no gap, {not closed              | no gap, {not closed
          """)
  void gapsAreFilledAndOptionalPartsLeftOut(String template, String sentence) {
    assertThat(Template.of(template).filled(new Known())).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({"{a.b} and[ {c}]", "[{a.b}{c}]"})
  void allFieldsAreFound(String template) {
    assertThat(Template.of(template).fields())
        .extracting(Span::text)
        .isEqualTo(List.of("a.b", "c"));
  }

  private static final class Known implements Template.Fields {

    @Override
    public boolean has(Expression field) {
      return FIELDS.containsKey(field.text());
    }

    @Override
    public String word(Expression field) {
      return FIELDS.getOrDefault(field.text(), "?");
    }
  }
}
