package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.decision.Subject;
import dev.certus.rulebook.RuleBook;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When decisions are first given while only time passes. */
class OutlookTest {

  private static final RuleBook BOOK = RuleBook.load(Packs.FIVE_ATTEMPTS);

  @ParameterizedTest
  @CsvSource({
    "attempts-used-up, NET-1, 2026-05-02T10:00:00Z",
    "retake-waits, NET-1, 2026-04-02T10:00:00Z",
    "retake-waits, NET-2,"
  })
  void theFirstInstantIsFound(String code, String exam, String earliest) {
    Outlook outlook = new Outlook(BOOK, SixFails.RECORD, Instant.parse("2026-03-20T08:00:00Z"));
    Refusal refusal = new Refusal(code, Subject.exam(exam), List.of(), null, false);

    assertThat(outlook.complete(List.of(refusal)))
        .singleElement()
        .satisfies(
            complete ->
                assertThat(complete.earliest() == null ? null : complete.earliest().toString())
                    .isEqualTo(earliest));
  }
}
