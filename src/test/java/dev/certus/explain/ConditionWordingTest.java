package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as relative clauses. */
class ConditionWordingTest {

  private static final Object VOUCHER = Snippet.voucher();

  private static final ConditionWording WORDS =
      new ConditionWording(
          new Values(
              Snippet.TERMS,
              null,
              Map.of("$day", Snippet.day("2026-03-02"), "$yes", true, "$voucher", VOUCHER)),
          Snippet.wording());

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      textBlock =
          """
          outcome == Outcome.NOT_POSTED        ; whose outcome is not posted
          outcome != Outcome.FAIL              ; whose outcome is not fail
          day < $day                           ; whose day is before 2 March 2026
          $day >= exam.lastDay                 ; whose exam's last day is no later than 2 March 2026
          score >= 700                         ; whose score is at least 700
          percent > $voucher.percent           ; whose percent is more than that of voucher V-1
          rank < 3                             ; whose rank is less than 3
          score == null                        ; whose score is missing
          score != null                        ; whose score is given
          upcoming                             ; that is upcoming
          !upcoming                            ; that is not upcoming
          exam.beta == false                   ; whose exam is not beta
          exam.isBeta()                        ; whose exam is beta
          !( score > 5 )                       ; that is not one whose score is more than 5
          this != $voucher                     ; that is not voucher V-1
          outlasts( this, $voucher )           ; that outlasts voucher V-1
          outlasts( $voucher )                 ; that outlasts voucher V-1
          outlasts( $voucher, this )           ; for which voucher V-1 outlasts it
          covers( exam, $day )                 ; whose exam covers 2 March 2026
          !outlasts( this, $voucher )          ; that is not one that outlasts voucher V-1
          exam.isOfferedOn( $day )             ; whose exam is offered on 2 March 2026
          code in ( "A", "B" )                 ; whose code is one of A, B
          code not matches "A.*"               ; whose code does not match A.*
          from < until                         ; whose from is less than its until
          score > 5 && upcoming                ; whose score is more than 5 and that is upcoming
          score > 5 || upcoming                ; whose score is more than 5, or that is upcoming
          upcoming || $yes == true             ; ''
          upcoming && $yes == true             ; that is upcoming
          upcoming || $yes == false            ; that is upcoming
          terms.after( "wait", day ) > $day    ; whose wait counted from day is after 2 March 2026
          """)
  void conditionsAreClauses(String condition, String clause) {
    assertThat(WORDS.clause(Snippet.expression(condition))).isEqualTo(clause);
  }
}
