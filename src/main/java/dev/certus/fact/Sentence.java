package dev.certus.fact;

import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Fills the gaps of a sentence; dates are written out in English, whatever the machine's locale.
 */
final class Sentence {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm[:ss] xxx", Locale.ENGLISH);
  private static final String GAP = "{}";

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
      filled.append(sentence, at, gap).append(text(value));
      at = gap + GAP.length();
    }
    if (sentence.indexOf(GAP, at) >= 0) {
      throw new IllegalArgumentException("more {} than values in the reason: " + sentence);
    }
    return filled.append(sentence, at, sentence.length()).toString();
  }

  private static String text(Object value) {
    if (value instanceof Day day) {
      return DATE.format(day.date());
    }
    if (value instanceof LocalDate date) {
      return DATE.format(date);
    }
    if (value instanceof Moment moment) {
      return TIME.format(moment.instant().atZone(moment.zone()));
    }
    return String.valueOf(value);
  }
}
