package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the policy that expressions use. */
class TermWordingTest {

  private static final TermWording WORDS = new TermWording(Snippet.TERMS, Snippet.wording());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          until > terms.after( "wait", $day ) ; wait is 14 calendar days, counted from 2 March 2026: 16 March 2026
          terms.before( "wait", $day ) < day  ; wait is 14 calendar days, counted back from 2 March 2026: 16 February 2026
          size >= terms.count( "limit", $day ); limit is 1 on 2 March 2026
          """)
  void termsHaveTheirValuesOnADay(String code, String text) {
    assertThat(in(code))
        .singleElement()
        .satisfies(
            term -> {
              assertThat(term.text()).isEqualTo(text);
              assertThat(term.source()).isEqualTo("a page");
            });
  }

  @Test
  void aTermIsNamedOnce() {
    assertThat(in("terms.count( \"limit\", $day ) > 0 || terms.count( \"limit\", $day ) < 9"))
        .hasSize(1);
  }

  @Test
  void aTermOfADayThatIsNotKnownIsLeftOut() {
    assertThat(in("until > terms.after( \"wait\", $other )")).isEmpty();
  }

  private static Set<Evidence> in(String code) {
    Values values = new Values(Snippet.TERMS, null, Map.of("$day", Snippet.day("2026-03-02")));
    return WORDS.in(Snippet.expression(code), values);
  }
}
