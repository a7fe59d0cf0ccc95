package dev.certus.timeline;

import dev.certus.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * Clocks change.
 *
 * @param at the first moment after the change
 * @param by how far they are put forward; negative where they are put back
 */
public record ClockChange(Moment at, Duration by) {

  /** The changes in a zone between two instants. */
  static List<ClockChange> between(Instant first, Instant last, ZoneId zone) {
    List<ClockChange> changes = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(first);
    while (next != null && !next.getInstant().isAfter(last)) {
      changes.add(new ClockChange(new Moment(next.getInstant(), zone), next.getDuration()));
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes;
  }

  /** Whether clocks change on the day of a moment in its zone, or in the night before it. */
  static boolean isNear(Moment moment) {
    Instant from = moment.day().start().minus(Duration.ofHours(1)).instant();
    return !between(from, moment.day().end().instant(), moment.zone()).isEmpty();
  }
}
