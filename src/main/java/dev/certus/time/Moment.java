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
 * <p>A moment that follows the {@link Present} tells it what it is compared with.
 */
public final class Moment implements Comparable<Moment> {

  private final Instant instant;
  private final ZoneId zone;
  private final Moving<Instant> moving; // null where it does not follow the present

  /**
   * A moment.
   *
   * @param instant the point on the time line, to the nanosecond
   * @param zone the zone whose offset the moment is written with
   */
  public Moment(Instant instant, ZoneId zone) {
    this(instant, zone, null);
  }

  Moment(Instant instant, ZoneId zone, Moving<Instant> moving) {
    this.instant = instant;
    this.zone = zone;
    this.moving = moving;
  }

  /** The point on the time line, to the nanosecond. */
  public Instant instant() {
    if (moving != null) {
      moving.present().lose();
    }
    return instant;
  }

  /** The zone whose offset the moment is written with. */
  public ZoneId zone() {
    return zone;
  }

  /** The calendar day of this moment in its zone. */
  public Day day() {
    return new Day(Offsets.of(zone).date(instant), zone, Moving.date(moving, zone));
  }

  /** This moment moved by elapsed time; clock changes on the way do not matter. */
  public Moment plus(Duration elapsed) {
    return new Moment(instant.plus(elapsed), zone, Moving.ahead(moving, elapsed));
  }

  /** This moment moved back by elapsed time. */
  public Moment minus(Duration elapsed) {
    return new Moment(instant.minus(elapsed), zone, Moving.ahead(moving, elapsed.negated()));
  }

  /** The same instant, written in another zone. */
  public Moment in(ZoneId other) {
    return new Moment(instant, other, moving);
  }

  /** The later of this moment and the start of {@code day}. */
  public Moment orStartOf(Day day) {
    Moment start = day.start();
    return start.compareTo(this) > 0 ? start : this;
  }

  /** Whether it comes before another moment. */
  public boolean isBefore(Moment other) {
    return compareTo(other) < 0;
  }

  /** Whether it comes after another moment. */
  public boolean isAfter(Moment other) {
    return compareTo(other) > 0;
  }

  /** Whether it is the start of {@code day} in the day's own zone, or comes after it. */
  public boolean hasReached(Day day) {
    return !isBefore(day.start());
  }

  @Override
  public int compareTo(Moment other) {
    int order = instant.compareTo(other.instant);
    if (moving != null || other.moving != null) {
      Moving.noteOrder(
          moving, instant, other.moving, other.instant, order, next -> next.plusNanos(1));
    }
    return order;
  }

  /** Notes when it is no longer what it is, where it follows the present in steps. */
  public void noteStep() {
    if (moving != null && moving.ahead() == null) {
      moving.note(instant.plusNanos(1));
    }
  }

  /**
   * Whether a moment of a later decision is still the same: both stand, at one instant, or each is
   * as far ahead of its own present.
   */
  public boolean isStill(Moment other) {
    Duration ahead = moving == null ? null : moving.ahead();
    Duration itsAhead = other.moving == null ? null : other.moving.ahead();
    return ahead == null
        ? itsAhead == null && instant.equals(other.instant)
        : ahead.equals(itsAhead);
  }

  /**
   * What {@link #isStill} compares, as a text: the instant, or how far ahead of its present it is.
   */
  public String lasting() {
    Duration ahead = moving == null ? null : moving.ahead();
    return ahead == null ? instant.toString() : "now+" + ahead;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Moment moment && compareTo(moment) == 0;
  }

  @Override
  public int hashCode() {
    return instant().hashCode();
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
