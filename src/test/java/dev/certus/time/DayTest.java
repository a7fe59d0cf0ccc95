package dev.certus.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DayTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void aPeriodThatEndsOnADayThatDoesNotExistEndsOnTheLastOfItsMonth() {
    Day leapDay = new Day(LocalDate.of(2024, 2, 29), NEW_YORK);
    assertThat(leapDay.plus(Period.ofYears(2))).hasToString("2026-02-28");
    assertThat(new Day(LocalDate.of(2026, 8, 31), NEW_YORK).minus(Period.ofMonths(6)))
        .hasToString("2026-02-28");
  }

  @Test
  void aDayStartsAtTheFirstInstantThatExists() {
    // In Havana clocks went from 00:00 to 01:00 on 8 March 2026.
    Day skipped = new Day(LocalDate.of(2026, 3, 8), ZoneId.of("America/Havana"));
    assertThat(skipped.start()).hasToString("2026-03-08T01:00:00-04:00");
  }

  @Test
  void aDayIsAsLongAsItsZoneMakesIt() {
    Day autumn = new Day(LocalDate.of(2026, 11, 1), NEW_YORK);
    assertThat(Duration.between(autumn.start().instant(), autumn.end().instant()))
        .isEqualTo(Duration.ofHours(25));
  }

  @Test
  void theRulesOfTimeZonesHaveAVersion() {
    assertThat(TimeZoneData.version()).matches("\\d{4}[a-z]");
  }

  @Test
  void daysAreComparedByTheirDatesAlone() {
    Day here = new Day(LocalDate.of(2026, 3, 8), NEW_YORK);
    Day there = new Day(LocalDate.of(2026, 3, 8), ZoneId.of("Asia/Tokyo"));

    assertThat(here).isEqualTo(there).hasSameHashCodeAs(there).isEqualByComparingTo(there);
    assertThat(here).isNotEqualTo(here.next()).doesNotHaveSameHashCodeAs(here.next());
    assertThat(here.equals((Object) "2026-03-08")).isFalse();
    assertThat(here.compareTo(here.next())).isNegative();
    assertThat(here.isBefore(here.next())).isTrue();
    assertThat(here.isBefore(there)).isFalse();
  }

  @Test
  void theLaterOfTwoDaysKeepsTheZone() {
    Day day = new Day(LocalDate.of(2026, 11, 23), NEW_YORK);
    Day next = new Day(LocalDate.of(2026, 11, 24), ZoneId.of("Asia/Tokyo"));

    assertThat(day.orLater(day.next().minus(Period.ofDays(1)))).isSameAs(day);
    assertThat(next.orLater(day)).isSameAs(next);
    assertThat(day.orLater(next)).isEqualTo(next);
    assertThat(day.orLater(next).zone()).isEqualTo(NEW_YORK);
  }

  @Test
  void momentsAreEqualWhateverTheirZones() {
    Instant instant = Instant.parse("2026-11-23T08:00:00Z");
    Moment here = new Moment(instant, NEW_YORK);
    Moment there = new Moment(instant, ZoneId.of("Asia/Tokyo"));
    assertThat(here).isEqualTo(there).isEqualByComparingTo(there).hasSameHashCodeAs(there);
    assertThat(here.day()).hasToString("2026-11-23");
    assertThat(here).hasToString("2026-11-23T03:00:00-05:00");
  }

  @Test
  void elapsedHoursDoNotFollowTheClock() {
    Moment evening = new Moment(Instant.parse("2026-10-31T23:30:00Z"), NEW_YORK);
    assertThat(evening.plus(Duration.ofHours(24))).hasToString("2026-11-01T18:30:00-05:00");
  }

  @Test
  void theEarlierOfTwoDaysKeepsTheZone() {
    Day day = new Day(LocalDate.of(2026, 11, 23), NEW_YORK);
    assertThat(day.orEarlier(null)).isSameAs(day);
    assertThat(day.orEarlier(LocalDate.of(2026, 11, 23))).isSameAs(day);
    assertThat(day.orEarlier(LocalDate.of(2026, 11, 24))).isSameAs(day);
    assertThat(day.orEarlier(LocalDate.of(2026, 11, 22)).end())
        .hasToString("2026-11-23T00:00:00-05:00");
  }

  @Test
  void aDayIsReachedAtItsStartInItsOwnZone() {
    Day day = new Day(LocalDate.of(2026, 11, 23), NEW_YORK);
    Moment start = new Moment(Instant.parse("2026-11-23T05:00:00Z"), ZoneId.of("Asia/Tokyo"));
    assertThat(start.hasReached(day)).isTrue();
    assertThat(start.minus(Duration.ofNanos(1)).hasReached(day)).isFalse();
    assertThat(start.isBefore(day.start())).isFalse();
    assertThat(start.isAfter(day.start())).isFalse();
    assertThat(day.isBefore(day.next())).isTrue();
    assertThat(day.isBefore(day)).isFalse();
  }

  @Test
  void theLaterOfAMomentAndTheStartOfADay() {
    Moment now = new Moment(Instant.parse("2026-11-23T08:00:00Z"), NEW_YORK);
    assertThat(now.orStartOf(now.day())).isSameAs(now);
    assertThat(now.orStartOf(now.day().next())).hasToString("2026-11-24T00:00:00-05:00");
  }
}
