package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.explain.Values.Known;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of expressions, for a voucher and some variables. */
class ValuesTest {

  private static final Values VALUES = values();

  private static Values values() {
    Map<String, Object> bindings = new HashMap<>();
    bindings.put("$day", Snippet.day("2026-03-02"));
    bindings.put("$count", 3L);
    bindings.put("$none", null);
    bindings.put("$yes", true);
    Object voucher = Snippet.voucher();
    return new Values(Snippet.TERMS, voucher, bindings);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          id                                ; V-1
          this.percent                      ; 50
          $day.date                         ; 2026-03-02
          $day.date()                       ; 2026-03-02
          "text"                            ; text
          $none.date                        ; null
          percent == 50                     ; true
          $count == 3                       ; true
          $count > 2.5                      ; true
          $count <= 2                       ; false
          id == "V-1" && percent > 60       ; false
          unknown == 1 || percent == 50     ; true
          unknown == 1 && percent == 60     ; false
          !redeemed                         ; true
          $yes ? "a" : "b"                  ; a
          !$yes ? "a" : "b"                 ; b
          $none != null ? $none : "nothing" ; nothing
          terms.after( "wait", $day )       ; 2026-03-16
          terms.count( "limit", $day )      ; 1
          """)
  void expressionsHaveValues(String code, String value) {
    Known known = VALUES.of(Snippet.expression(code)).orElseThrow();

    assertThat(String.valueOf(known.value())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "$unknown",
        "Outcome.FAIL",
        "outlasts( this, $day )",
        "percent + 1",
        "unknown == 1 || percent == 60",
        "$unknown ? 1 : 2",
        "terms.count( \"no-such-term\", $day )"
      })
  void whatIsNotInSightHasNoValue(String code) {
    assertThat(VALUES.of(Snippet.expression(code))).isEmpty();
  }
}
