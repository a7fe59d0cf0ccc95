package dev.certus.timeline;

import dev.certus.time.Moment;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as timelines write them. */
final class LocalTimes {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  private LocalTimes() {}

  /**
   * Date, time and offset on the wall; seconds only where there are some. What comes a nanosecond
   * after a moment is written as right after it.
   */
  static String moment(Moment moment) {
    OffsetDateTime time = moment.local();
    if (time.getNano() == 1) {
      return "right after " + text(time.minusNanos(1));
    }
    return text(time);
  }

  private static String text(OffsetDateTime time) {
    return time.getSecond() == 0 && time.getNano() == 0
        ? MINUTE.format(time)
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  /** The same, with the zone where that is not the candidate's. */
  static String moment(Moment moment, Timeline timeline) {
    return moment.zone().equals(timeline.asOf().zone())
        ? moment(moment)
        : moment(moment) + " " + moment.zone();
  }
}
