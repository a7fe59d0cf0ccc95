package dev.certus.fact;

import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fills the gaps of a sentence; dates are written out in English, whatever the machine's locale.
 */
public final class Sentence {

  private static final String GAP = "{}";
  private static final List<String> MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .toList();

  private Sentence() {}

  /**
   * The sentence with each gap filled.
   *
   * @throws IllegalArgumentException where there are more or fewer values than gaps
   */
  static String of(String sentence, Object... values) {
    StringBuilder filled = new StringBuilder(sentence.length() + 40);
    int at = 0;
    for (Object value : values) {
      int gap = sentence.indexOf(GAP, at);
      if (gap < 0) {
        throw new IllegalArgumentException("more values than {} in the reason: " + sentence);
      }
      append(filled.append(sentence, at, gap), value);
      at = gap + GAP.length();
    }
    if (sentence.indexOf(GAP, at) >= 0) {
      throw new IllegalArgumentException("more {} than values in the reason: " + sentence);
    }
    return filled.append(sentence, at, sentence.length()).toString();
  }

  /** A value as sentences say it. */
  public static String word(Object value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private static void append(StringBuilder text, Object value) {
    if (value instanceof Day day) {
      append(text, day.shown());
    } else if (value instanceof LocalDate date) {
      append(text, date);
    } else if (value instanceof Moment moment) {
      OffsetDateTime time = moment.local();
      append(text, time.toLocalDate());
      text.append(", ").append(time.toLocalTime()).append(' ').append(time.getOffset());
    } else {
      text.append(value);
    }
  }

  private static void append(StringBuilder text, LocalDate date) {
    text.append(date.getDayOfMonth())
        .append(' ')
        .append(MONTHS.get(date.getMonthValue() - 1))
        .append(' ')
        .append(date.getYear());
  }
}
