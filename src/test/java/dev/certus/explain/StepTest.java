package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of a rule. */
class StepTest {

  @Test
  void aPatternIsTriedConditionByCondition() {
    List<Step> steps =
        steps("    $a : Attempt( $day : day, score > 5, outcome == null ) from $all");

    assertThat(steps)
        .extracting(Step::asked)
        .containsExactly("Attempt( score > 5, outcome == null )", "score > 5", "outcome == null");
    assertThat(steps)
        .extracting(Step::code)
        .containsExactly(
            "$a : Attempt( $day : day ) from $all",
            "$a : Attempt( $day : day, score > 5 ) from $all",
            "$a : Attempt( $day : day, score > 5, outcome == null ) from $all");
  }

  @Test
  void anAbsenceHasAContraryThatFindsWhatBlocksIt() {
    Step step = steps("    Candidate( )\n    not Wait( until > $now )").get(1);

    assertThat(step.asked()).isEqualTo("not Wait( until > $now )");
    assertThat(step.contrary()).isEqualTo("    Candidate( )\nWait( until > $now )");
  }

  @Test
  void alternativesAndAccumulatesAreOneStep() {
    List<Step> steps =
        steps("    ( A( ) or B( ) )\n    accumulate( C( );\n        $n : count( 1 ) )");

    assertThat(steps)
        .extracting(Step::asked)
        .containsExactly("( A( ) or B( ) )", "accumulate( C( ); $n : count( 1 ) )");
  }

  private static List<Step> steps(String when) {
    return Step.of(Snippet.rule(when, ""));
  }
}
