package dev.certus.time;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * An instant together with the time zone that governs it.
 *
 * <p>Two moments are equal, and neither is before the other, when their instants are the same: the
 * zone decides only how a moment is written and on which {@link Day} it falls. So rules compare
 * moments of different zones with {@code <} and {@code ==} safely.
 *
 * @param instant the point on the time line, to the nanosecond
 * @param zone the zone whose offset the moment is written with
 */
public record Moment(Instant instant, ZoneId zone) implements Comparable<Moment> {

  /** The calendar day of this moment in its zone. */
  public Day day() {
    return new Day(Offsets.of(zone).date(instant), zone);
  }

  /** This moment moved by elapsed time; clock changes on the way do not matter. */
  public Moment plus(Duration elapsed) {
    return new Moment(instant.plus(elapsed), zone);
  }

  /** This moment moved back by elapsed time. */
  public Moment minus(Duration elapsed) {
    return new Moment(instant.minus(elapsed), zone);
  }

  /** The same instant, written in another zone. */
  public Moment in(ZoneId other) {
    return new Moment(instant, other);
  }

  /** The later of this moment and the start of {@code day}. */
  public Moment orStartOf(Day day) {
    Moment start = day.start();
    return start.compareTo(this) > 0 ? start : this;
  }

  /** Whether it comes before another moment. */
  public boolean isBefore(Moment other) {
    return instant.isBefore(other.instant);
  }

  /** Whether it comes after another moment. */
  public boolean isAfter(Moment other) {
    return instant.isAfter(other.instant);
  }

  /** Whether it is the start of {@code day} in the day's own zone, or comes after it. */
  public boolean hasReached(Day day) {
    return !isBefore(day.start());
  }

  @Override
  public int compareTo(Moment other) {
    return instant.compareTo(other.instant);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Moment moment && instant.equals(moment.instant);
  }

  @Override
  public int hashCode() {
    return instant.hashCode();
  }

  /** The date, the time and the offset that a clock of the zone shows. */
  public OffsetDateTime local() {
    return OffsetDateTime.ofInstant(instant, Offsets.of(zone).offset(instant));
  }

  /** ISO 8601 with the zone's offset: {@code 2026-03-16T00:00:00-04:00}; {@code Z} for UTC. */
  @Override
  public String toString() {
    OffsetDateTime local = local();
    if (local.getNano() != 0) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
    }
    StringBuilder text = new StringBuilder(25).append(local.toLocalDate()).append('T');
    two(text, local.getHour()).append(':');
    two(text, local.getMinute()).append(':');
    return two(text, local.getSecond()).append(local.getOffset()).toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
