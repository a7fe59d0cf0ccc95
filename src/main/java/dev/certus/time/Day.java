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
 * <p>A day that follows the {@link Present} tells it what it is compared with.
 */
public final class Day implements Comparable<Day> {

  private static final Period ONE = Period.ofDays(1);

  private final LocalDate date;
  private final ZoneId zone;
  private final Moving<LocalDate> moving; // null where it does not follow the present

  /**
   * A day.
   *
   * @param date the local date
   * @param zone the zone that the date belongs to
   */
  public Day(LocalDate date, ZoneId zone) {
    this(date, zone, null);
  }

  Day(LocalDate date, ZoneId zone, Moving<LocalDate> moving) {
    this.date = date;
    this.zone = zone;
    this.moving = moving;
  }

  /** The local date. */
  public LocalDate date() {
    if (moving != null) {
      moving.present().lose();
    }
    return date;
  }

  /** The local date, for a text: nobody compares it. */
  public LocalDate shown() {
    return date;
  }

  /** The zone that the date belongs to. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * The first instant of this day; where a clock change skips midnight, the first instant that
   * exists.
   */
  public Moment start() {
    return new Moment(Offsets.of(zone).start(date), zone, Moving.start(moving, zone));
  }

  /** The first instant after this day. */
  public Moment end() {
    return next().start();
  }

  /** The following day. */
  public Day next() {
    return plus(ONE);
  }

  /**
   * This day moved by a calendar period. A day that does not exist is clamped to the last of its
   * month: 29 February 2024 plus two years is 28 February 2026.
   */
  public Day plus(Period period) {
    return new Day(date.plus(period), zone, Moving.after(moving, period));
  }

  /** This day moved back by a calendar period, clamped like {@link #plus}. */
  public Day minus(Period period) {
    return plus(period.negated());
  }

  /** The later date of the two, as a day of this day's zone. */
  public Day orLater(Day other) {
    return other.compareTo(this) > 0 ? new Day(other.date, zone, other.moving) : this;
  }

  /** The earlier date of the two, as a day of this day's zone; null is no date at all, so later. */
  public Day orEarlier(LocalDate other) {
    return other == null || compareTo(on(other)) <= 0 ? this : on(other);
  }

  /** Whether its date is before another; null is no date at all. */
  public boolean isBefore(LocalDate other) {
    return other != null && compareTo(on(other)) < 0;
  }

  /** Whether its date is before that of another day. */
  public boolean isBefore(Day other) {
    return compareTo(other) < 0;
  }

  /** Another date in this day's zone; null where there is none. */
  public Day on(LocalDate other) {
    return other == null ? null : new Day(other, zone);
  }

  @Override
  public int compareTo(Day other) {
    int order = date.compareTo(other.date);
    if (moving != null || other.moving != null) {
      Moving.noteOrder(moving, date, other.moving, other.date, order, next -> next.plusDays(1));
    }
    return order;
  }

  /** Notes when it is no longer what it is, where it follows the present. */
  public void noteStep() {
    if (moving != null) {
      moving.note(date.plusDays(1));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Day day && compareTo(day) == 0;
  }

  @Override
  public int hashCode() {
    return date().hashCode();
  }

  /** The date alone, ISO 8601. */
  @Override
  public String toString() {
    return date.toString();
  }
}
