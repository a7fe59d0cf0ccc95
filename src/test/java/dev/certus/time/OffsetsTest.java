package dev.certus.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table says what Java says: in all zones, around each clock change and on random days. */
class OffsetsTest {

  private static final int RANDOM_DAYS = 50;
  private static final Instant BEGIN = Instant.parse("1969-12-25T00:00:00Z");
  private static final Instant END = Instant.parse("2100-01-05T00:00:00Z");

  private final Random random = new Random(41);

  @Test
  void daysStartWhenJavaSaysSo() {
    for (ZoneId zone : zones()) {
      for (Instant instant : instants(zone)) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        for (int days = -1; days <= 1; days++) {
          LocalDate day = date.plusDays(days);
          assertThat(new Day(day, zone).start().instant())
              .as("%s in %s", day, zone)
              .isEqualTo(day.atStartOfDay(zone).toInstant());
        }
      }
    }
  }

  @Test
  void instantsFallOnTheDaysThatJavaSays() {
    for (ZoneId zone : zones()) {
      for (Instant instant : instants(zone)) {
        assertThat(new Moment(instant, zone).day().date())
            .as("%s in %s", instant, zone)
            .isEqualTo(LocalDate.ofInstant(instant, zone));
        assertThat(new Moment(instant, zone))
            .hasToString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
      }
    }
  }

  private static List<ZoneId> zones() {
    List<ZoneId> zones = new ArrayList<>(List.of(ZoneOffset.UTC, ZoneOffset.MAX, ZoneOffset.MIN));
    ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).forEach(zones::add);
    return zones;
  }

  /** Those around the clock changes of a zone, and random ones. */
  private List<Instant> instants(ZoneId zone) {
    List<Instant> instants =
        new ArrayList<>(List.of(BEGIN, END, Instant.parse("1000-01-01T00:00:00Z")));
    ZoneOffsetTransition next = zone.getRules().nextTransition(BEGIN);
    while (next != null && next.getInstant().isBefore(END)) {
      instants.add(next.getInstant());
      instants.add(next.getInstant().minusNanos(1));
      next = zone.getRules().nextTransition(next.getInstant());
    }
    long seconds = END.getEpochSecond() - BEGIN.getEpochSecond();
    for (int i = 0; i < RANDOM_DAYS; i++) {
      instants.add(BEGIN.plusSeconds(random.nextLong(seconds)).plusNanos(random.nextInt()));
    }
    return instants;
  }
}
