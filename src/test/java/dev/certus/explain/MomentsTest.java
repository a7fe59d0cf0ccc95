package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The moments at which decisions may change. */
class MomentsTest {

  private static final RuleBook BOOK = RuleBook.load(Packs.FIVE_ATTEMPTS);

  @Test
  void aRecordAndAPackNameMoments() {
    Moments moments = new Moments(BOOK.pack(), SixFails.RECORD);

    assertThat(all(moments))
        .contains("2026-05-02T10:00:00Z")
        .doesNotContain("2026-05-16T00:00:00Z");
  }

  @Test
  void factsOfATraceNameMore() {
    Moments moments = new Moments(BOOK.pack(), SixFails.RECORD);
    moments.add(SixFails.trace(BOOK));

    assertThat(all(moments)).contains("2020-01-01T00:00:00Z", "2026-05-16T00:00:00Z");
  }

  private static List<String> all(Moments moments) {
    List<String> all = new ArrayList<>();
    Moment at = moments.after(new Moment(Instant.EPOCH, ZoneOffset.UTC));
    for (; at != null; at = moments.after(at)) {
      all.add(at.instant().toString());
    }
    return all;
  }
}
