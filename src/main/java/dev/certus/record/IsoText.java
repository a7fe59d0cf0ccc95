package dev.certus.record;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Dates and instants from text in ISO 8601: what {@code java.time} reads, without its formats where
 * it is written as most are: {@code 2026-03-02}, {@code 2026-03-02T10:00:00Z}, {@code
 * 2026-03-02T10:00:00-05:00}.
 */
final class IsoText {

  private static final String DATE = "####-##-##";
  private static final String TIME = DATE + "T##:##:##";

  private IsoText() {}

  /**
   * A date.
   *
   * @throws java.time.DateTimeException where the text is none
   */
  static LocalDate date(String text) {
    return isLike(text, DATE, "") ? usualDate(text) : LocalDate.parse(text);
  }

  /**
   * A date, a time and an offset.
   *
   * @throws java.time.DateTimeException where the text is none
   */
  static OffsetDateTime instant(String text) {
    if (isLike(text, TIME, "Z")) {
      return OffsetDateTime.of(usualDate(text), usualTime(text), ZoneOffset.UTC);
    }
    if (isLike(text, TIME, "+##:##")) {
      return OffsetDateTime.of(usualDate(text), usualTime(text), usualOffset(text, 1));
    }
    if (isLike(text, TIME, "-##:##")) {
      return OffsetDateTime.of(usualDate(text), usualTime(text), usualOffset(text, -1));
    }
    return OffsetDateTime.parse(text);
  }

  private static LocalDate usualDate(String text) {
    return LocalDate.of(100 * two(text, 0) + two(text, 2), two(text, 5), two(text, 8));
  }

  private static LocalTime usualTime(String text) {
    return LocalTime.of(two(text, 11), two(text, 14), two(text, 17));
  }

  private static ZoneOffset usualOffset(String text, int sign) {
    return ZoneOffset.ofHoursMinutes(sign * two(text, 20), sign * two(text, 23));
  }

  private static int two(String text, int at) {
    return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
  }

  /** Whether a text has a form, in which {@code #} stands for a digit. */
  private static boolean isLike(String text, String form, String rest) {
    int length = form.length();
    return text.length() == length + rest.length()
        && isLike(text, 0, form)
        && isLike(text, length, rest);
  }

  private static boolean isLike(String text, int from, String form) {
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(from + i);
      char expected = form.charAt(i);
      if (expected == '#' ? c < '0' || c > '9' : c != expected) {
        return false;
      }
    }
    return true;
  }
}
