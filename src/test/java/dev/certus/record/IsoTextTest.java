package dev.certus.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Reads what java.time reads, and refuses what it refuses. */
class IsoTextTest {

  private static final int TRIES = 200_000;
  private static final String LETTERS = "0123456789-+:.TtZz ";

  private static final List<String> DATES =
      List.of("2026-03-02", "2024-02-29", "1900-01-01", "9998-12-31", "+12026-03-02", "0000-01-01");

  private static final List<String> INSTANTS =
      List.of(
          "2026-03-02T10:00:00Z",
          "2026-03-02T10:00:00-05:00",
          "2026-03-02T23:59:59+05:45",
          "2026-03-02T10:00:00.123456789+18:00",
          "2026-03-02T10:00+01:00:30",
          "2026-03-02T24:00:00-00:00");

  private final Random random = new Random(42);

  @Test
  void datesLikeThoseOfJava() {
    same(DATES, IsoText::date, LocalDate::parse);
  }

  @Test
  void instantsLikeThoseOfJava() {
    same(INSTANTS, IsoText::instant, OffsetDateTime::parse);
  }

  private <T> void same(List<String> texts, Function<String, T> ours, Function<String, T> javas) {
    int read = 0;
    for (int i = 0; i < TRIES; i++) {
      String text = changed(texts.get(i % texts.size()), random.nextInt(3));
      T expected = read(javas, text);
      assertThat(read(ours, text)).as(text).isEqualTo(expected);
      read += expected == null ? 0 : 1;
    }
    assertThat(read).isBetween(TRIES / 4, TRIES * 3 / 4);
  }

  private String changed(String text, int changes) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < changes; i++) {
      char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      changed.setCharAt(random.nextInt(changed.length()), letter);
    }
    return changed.toString();
  }

  private static <T> T read(Function<String, T> reader, String text) {
    try {
      return reader.apply(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
