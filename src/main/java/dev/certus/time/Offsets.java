package dev.certus.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The offsets of a zone as a table, from 1970 to 2100: the same answers as those of {@link
 * ZoneRules}, without its search for the clock changes of a year. Immutable.
 */
final class Offsets {

  private static final long DAY = 86_400;
  private static final long FIRST = 0;
  private static final long LAST = LocalDate.of(2100, 1, 1).toEpochDay() * DAY;

  private static final ConcurrentMap<ZoneId, Offsets> KNOWN = new ConcurrentHashMap<>();

  private final ZoneId zone;
  private final long[] begins; // when each offset begins; the first is without beginning
  private final int[] offsets; // in seconds
  private final ZoneOffset[] written; // the same

  private Offsets(ZoneId zone, long[] begins, int[] offsets) {
    this.zone = zone;
    this.begins = begins;
    this.offsets = offsets;
    this.written =
        Arrays.stream(offsets).mapToObj(ZoneOffset::ofTotalSeconds).toArray(ZoneOffset[]::new);
  }

  /** The offsets of a zone. */
  static Offsets of(ZoneId zone) {
    Offsets known = KNOWN.get(zone);
    return known == null ? KNOWN.computeIfAbsent(zone, Offsets::tabled) : known;
  }

  private static Offsets tabled(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    long[] begins = {Long.MIN_VALUE};
    int[] offsets = {rules.getOffset(Instant.ofEpochSecond(FIRST)).getTotalSeconds()};
    ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(FIRST));
    while (next != null && next.toEpochSecond() < LAST) {
      begins = Arrays.copyOf(begins, begins.length + 1);
      offsets = Arrays.copyOf(offsets, begins.length);
      begins[begins.length - 1] = next.toEpochSecond();
      offsets[begins.length - 1] = next.getOffsetAfter().getTotalSeconds();
      next = rules.nextTransition(next.getInstant());
    }
    return new Offsets(zone, begins, offsets);
  }

  /** The offset in force at an instant. */
  ZoneOffset offset(Instant instant) {
    long second = instant.getEpochSecond();
    return isTabled(second) ? written[at(second)] : zone.getRules().getOffset(instant);
  }

  /** The date on the wall at an instant. */
  LocalDate date(Instant instant) {
    long second = instant.getEpochSecond();
    if (!isTabled(second)) {
      return LocalDate.ofInstant(instant, zone);
    }
    return LocalDate.ofEpochDay(Math.floorDiv(second + offsets[at(second)], DAY));
  }

  /**
   * The first instant of a day; where a clock change skips midnight, the first instant that exists.
   */
  Instant start(LocalDate date) {
    long midnight = date.toEpochDay() * DAY;
    if (!isTabled(midnight)) {
      return date.atStartOfDay(zone).toInstant();
    }
    int place = at(midnight - DAY); // no offset is a day, so it is this one or a later one
    while (true) {
      long start = midnight - offsets[place];
      boolean isLast = place + 1 == begins.length;
      if (isLast || start < begins[place + 1]) {
        return Instant.ofEpochSecond(Math.max(start, begins[place]));
      }
      place++;
    }
  }

  /** Whether an instant, and each that differs from it by less than two days, is in the table. */
  private static boolean isTabled(long second) {
    return second > FIRST + 2 * DAY && second < LAST - 2 * DAY;
  }

  /** The place of the offset in force. */
  private int at(long second) {
    int low = 0;
    int high = begins.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (begins[middle] <= second) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
