package dev.certus.time;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * A calendar day of a zone: what policies count in when they say days, months or years.
 *
 * <p>Days are ordered by their date alone; what a day of one zone and a day of another share is the
 * date on the wall.
 *
 * @param date the local date
 * @param zone the zone that the date belongs to
 */
public record Day(LocalDate date, ZoneId zone) implements Comparable<Day> {

  /**
   * The first instant of this day; where a clock change skips midnight, the first instant that
   * exists.
   */
  public Moment start() {
    return new Moment(Offsets.of(zone).start(date), zone);
  }

  /** The first instant after this day. */
  public Moment end() {
    return next().start();
  }

  /** The following day. */
  public Day next() {
    return new Day(date.plusDays(1), zone);
  }

  /**
   * This day moved by a calendar period. A day that does not exist is clamped to the last of its
   * month: 29 February 2024 plus two years is 28 February 2026.
   */
  public Day plus(Period period) {
    return new Day(date.plus(period), zone);
  }

  /** This day moved back by a calendar period, clamped like {@link #plus}. */
  public Day minus(Period period) {
    return new Day(date.minus(period), zone);
  }

  /** The later date of the two, as a day of this day's zone. */
  public Day orLater(Day other) {
    return other.compareTo(this) > 0 ? on(other.date) : this;
  }

  /** The earlier date of the two, as a day of this day's zone; null is no date at all, so later. */
  public Day orEarlier(LocalDate other) {
    return other == null || !other.isBefore(date) ? this : on(other);
  }

  /** Whether its date is before that of another day. */
  public boolean isBefore(Day other) {
    return date.isBefore(other.date);
  }

  /** Another date in this day's zone. */
  public Day on(LocalDate other) {
    return new Day(other, zone);
  }

  @Override
  public int compareTo(Day other) {
    return date.compareTo(other.date);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Day day && date.equals(day.date);
  }

  @Override
  public int hashCode() {
    return date.hashCode();
  }

  /** The date alone, ISO 8601. */
  @Override
  public String toString() {
    return date.toString();
  }
}
