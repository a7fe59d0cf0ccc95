package dev.certus.time;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The instant that a record is decided for. It notes what it is compared with, and so knows until
 * when all comparisons come out as they did. Used by one thread at a time.
 */
public final class Present {

  private final Instant instant;
  private Instant turn;
  private boolean isFollowed = true;

  /** The present at an instant, to which nothing was compared yet. */
  public Present(Instant instant) {
    this.instant = instant;
  }

  /** The instant. */
  public Instant instant() {
    return instant;
  }

  /** The instant in a zone, as rules compare it: they see the days and moments that follow it. */
  public Moment in(ZoneId zone) {
    return new Moment(instant, zone, Moving.along(this));
  }

  /** Whether it is at or after another instant. */
  public boolean hasReached(Instant other) {
    note(other);
    return !instant.isBefore(other);
  }

  /** Whether it is after another instant. */
  public boolean isPast(Instant other) {
    if (!instant.isAfter(other)) {
      note(other.plusNanos(1));
      return false;
    }
    return true;
  }

  /**
   * The first later instant at which a comparison would come out otherwise; null where there is
   * none.
   */
  public Instant turn() {
    return turn;
  }

  /**
   * Whether all that was asked of it is in {@link #turn}: nobody took its date or instant away to
   * compare it on their own.
   */
  public boolean isFollowed() {
    return isFollowed;
  }

  /** Something comes out otherwise at an instant. */
  void note(Instant other) {
    if (other.isAfter(instant) && (turn == null || other.isBefore(turn))) {
      turn = other;
    }
  }

  /** Its date or instant is taken away: what it is compared with is not known. */
  void lose() {
    isFollowed = false;
  }
}
