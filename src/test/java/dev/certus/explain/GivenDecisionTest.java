package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.decision.Subject;
import dev.certus.drl.GiveSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules give. */
class GivenDecisionTest {

  private static final String CHOICE =
      "decisions.give( $booked ? \"sitting\" : \"retake\","
          + " $booked ? appointment( $id ) : Subject.exam( $id ) );";

  @Test
  void aChoiceMayBeEitherUntilItsConditionIsKnown() {
    GivenDecision given = given(CHOICE, Map.of());

    assertThat(given.mayBe("sitting")).isTrue();
    assertThat(given.mayBe("retake")).isTrue();
    assertThat(given.mayBe("another")).isFalse();
    assertThat(given.mayBeAbout("appointment")).isTrue();
    assertThat(given.mayBeAbout("exam")).isTrue();
    assertThat(given.mayBeAbout("attempt")).isFalse();
    assertThat(given.subject()).isNull();
  }

  @Test
  void aChoiceIsMadeByTheValuesOfAMatch() {
    GivenDecision given = given(CHOICE, Map.of("$booked", false, "$id", "X-1"));

    assertThat(given.mayBe("sitting")).isFalse();
    assertThat(given.mayBe("retake")).isTrue();
    assertThat(given.subject()).isEqualTo(Subject.exam("X-1"));
  }

  @ParameterizedTest
  @CsvSource({"exam( $id )", "Subject.exam( $id )", "$subject", "new Subject( 'exam'; $id )"})
  void subjectsAreWrittenInSeveralWays(String code) {
    String subject = code.replace('\'', '"').replace(';', ',');
    Map<String, Object> bindings = Map.of("$id", "X-1", "$subject", Subject.exam("X-1"));

    GivenDecision given = given("decisions.give( $code, %s );".formatted(subject), bindings);

    assertThat(given.subject()).isEqualTo(Subject.exam("X-1"));
    assertThat(given.mayBe("any")).isTrue();
  }

  private static GivenDecision given(String then, Map<String, Object> bindings) {
    GiveSource source = Snippet.rule("    Candidate( )", "    " + then).gives().get(0);
    return new GivenDecision(source, new Values(Snippet.TERMS, null, bindings));
  }
}
