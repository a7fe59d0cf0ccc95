package dev.certus.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How the instant of a moment, or the date of a day, moves along with the present: never back.
 *
 * @param present the present that it moves along with
 * @param ahead how far ahead of it, where that is always the same; null where it moves in steps
 * @param reaches the first instant of the present at which it is at a value, or past it
 * @param <T> {@code Instant} or {@code LocalDate}
 */
record Moving<T>(Present present, Duration ahead, Function<T, Instant> reaches) {

  /** The present itself. */
  static Moving<Instant> along(Present present) {
    return new Moving<>(present, Duration.ZERO, instant -> instant);
  }

  /** An instant that is some time ahead of one; null where that does not move. */
  static Moving<Instant> ahead(Moving<Instant> moving, Duration elapsed) {
    return moving == null
        ? null
        : new Moving<>(
            moving.present,
            moving.ahead == null ? null : moving.ahead.plus(elapsed),
            instant -> moving.reaches.apply(instant.minus(elapsed)));
  }

  /** The date of an instant in a zone; null where that does not move. */
  static Moving<LocalDate> date(Moving<Instant> moving, ZoneId zone) {
    return moving == null
        ? null
        : new Moving<>(
            moving.present, null, date -> moving.reaches.apply(Offsets.of(zone).start(date)));
  }

  /** The first instant of a date in a zone; null where that does not move. */
  static Moving<Instant> start(Moving<LocalDate> moving, ZoneId zone) {
    return moving == null
        ? null
        : new Moving<>(
            moving.present,
            null,
            instant -> {
              LocalDate date = Offsets.of(zone).date(instant);
              boolean begins = !Offsets.of(zone).start(date).isBefore(instant);
              return moving.reaches.apply(begins ? date : date.plusDays(1));
            });
  }

  /** A date that is a period after one; null where that does not move. */
  static Moving<LocalDate> after(Moving<LocalDate> moving, Period period) {
    return moving == null
        ? null
        : new Moving<>(
            moving.present,
            null,
            date -> moving.reaches.apply(first(date.minus(period), period, date)));
  }

  /** The first date whose period ends on a date or later. */
  private static LocalDate first(LocalDate near, Period period, LocalDate end) {
    LocalDate first = near;
    while (!first.plus(period).isBefore(end)) {
      first = first.minusDays(1); // the ends of months fall together
    }
    while (first.plus(period).isBefore(end)) {
      first = first.plusDays(1);
    }
    return first;
  }

  /** Notes that something comes out otherwise when it reaches a value. */
  void note(T value) {
    try {
      present.note(reaches.apply(value));
    } catch (DateTimeException | ArithmeticException e) {
      // Java has no such instant, so it never comes.
    }
  }

  /**
   * Notes that two values were compared, of which at least one moves.
   *
   * @param one how the one moves, or null
   * @param other how the other moves, or null
   * @param order how the one compares to the other
   * @param next the value that comes next after one
   */
  static <T> void noteOrder(
      Moving<T> one, T value, Moving<T> other, T otherValue, int order, UnaryOperator<T> next) {
    if (one == null) {
      noteOrder(other, otherValue, null, value, -order, next);
    } else if (other == null) {
      one.noteOrder(otherValue, order, next);
    } else if (one.ahead == null || other.ahead == null) {
      one.present.lose();
    }
  }

  /** What moves never back is past a value for good; it reaches one, and then comes past it. */
  private void noteOrder(T fixed, int order, UnaryOperator<T> next) {
    if (order <= 0) {
      note(order < 0 ? fixed : next.apply(fixed));
    }
  }
}
