package dev.certus.pack;

import dev.certus.yaml.Fields;
import java.time.LocalDate;

/**
 * From which day on an entry of a pack holds, and until which.
 *
 * @param from the first day, or null for always
 * @param until the first day after, or null for ever
 * @param known the day from which on it was known, or null for always
 */
record Dates(LocalDate from, LocalDate until, LocalDate known) {

  /** The dates of an entry: its fields {@code from}, {@code until} and {@code known}. */
  static Dates of(Fields fields) {
    Dates dates =
        new Dates(
            fields.optionalDate("from"),
            fields.optionalDate("until"),
            fields.optionalDate("known"));
    if (dates.from != null && dates.until != null && !dates.from.isBefore(dates.until)) {
      throw fields
          .required("until")
          .problem(
              "`until` is the first day on which it no longer holds, so it is after `from`",
              "correct one of the days");
    }
    return dates;
  }
}
