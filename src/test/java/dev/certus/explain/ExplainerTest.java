package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.decision.Decision;
import dev.certus.engine.Trace;
import dev.certus.explain.Evidence.Kind;
import dev.certus.rulebook.RuleBook;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decisions rest on, in a pack that counts and gathers facts. */
class ExplainerTest {

  private static final RuleBook BOOK = RuleBook.load(Packs.FIVE_ATTEMPTS);
  private static final Trace TRACE = SixFails.trace(BOOK);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "attempts-used-up, A-2 A-3 A-4 A-5 A-6",
    "fails-reviewed, A-1 A-2 A-3 A-4 A-5 A-6",
    "waits-counted, A-1 A-2 A-3 A-4 A-5 A-6",
    "online-waits, A-6"
  })
  void evidenceNamesAllFactsThatWereCounted(String code, String ids) {
    assertThat(decision(code).evidence()).containsExactly(ids.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"attempts-used-up", "fails-reviewed", "waits-counted", "online-waits"})
  void readingsOfFactsThatWereCountedAreTaken(String code) {
    assertThat(decision(code).readings()).containsExactly("A1");
  }

  @Test
  void eachFactThatWasCountedHasASentence() {
    assertThat(texts(grounds("attempts-used-up")))
        .containsSubsequence(
            "the decision is as of 10 May 2026, 08:00 Z",
            "NET-1 was attempted",
            "attempt-window is 12 calendar months, counted back from 10 May 2026: 10 May 2025",
            "attempt-limit is 5 on 10 May 2026")
        .contains(
            "attempt A-2 was failed",
            "attempt A-3 was failed",
            "attempt A-4 was failed",
            "attempt A-5 was failed",
            "attempt A-6 was failed, online")
        .doesNotContain("5", "attempt A-1 was failed");
  }

  @Test
  void eachFactOfJoinedPatternsHasASentence() {
    assertThat(texts(grounds("waits-counted")))
        .contains(
            "attempt A-1 was failed", "NET-1 may not be taken before 16 January 2025, 00:00 Z");
  }

  @Test
  void aFactWithoutASentenceIsSaidFieldByField() {
    assertThat(texts(grounds("fails-reviewed")).get(0))
        .startsWith("fails with exam NET-1, attempts attempt A-");
  }

  @Test
  void functionsInAbsencesAreVerbs() {
    assertThat(texts(grounds("online-waits")))
        .contains("there is no retake wait whose exam is NET-1 and that outlasts that retake wait");
  }

  @Test
  void aDerivationIsGivenOnce() {
    List<Evidence> all =
        grounds("waits-counted").stream().flatMap(ExplainerTest::withGrounds).toList();

    assertThat(all)
        .filteredOn(evidence -> evidence.text().equals("attempt A-1 was failed"))
        .extracting(Evidence::kind)
        .containsOnlyOnce(Kind.DERIVED)
        .contains(Kind.REFERENCE);
  }

  private static Stream<Evidence> withGrounds(Evidence evidence) {
    return Stream.concat(
        Stream.of(evidence), evidence.grounds().stream().flatMap(ExplainerTest::withGrounds));
  }

  private static List<String> texts(List<Evidence> evidence) {
    return evidence.stream().map(Evidence::text).toList();
  }

  private static List<Evidence> grounds(String code) {
    return new Explainer(BOOK, TRACE).of(decision(code)).reasons().get(0).grounds();
  }

  private static Decision decision(String code) {
    return TRACE.decisions().decisions().stream()
        .filter(decision -> decision.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
