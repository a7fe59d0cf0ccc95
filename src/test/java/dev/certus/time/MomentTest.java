package dev.certus.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MomentTest {

  private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final Moment noon = new Moment(NOON, ZoneOffset.UTC);
  private final Moment later = new Moment(NOON.plusNanos(1), ZoneOffset.UTC);

  @Test
  void isTheSameInAnyZone() {
    assertThat(noon.in(NEW_YORK)).isEqualTo(noon).hasSameHashCodeAs(noon);
    assertThat(noon.in(NEW_YORK).zone()).isEqualTo(NEW_YORK);
    assertThat(noon).isNotEqualTo(later).doesNotHaveSameHashCodeAs(later);
  }

  @Test
  void isBeforeOrAfterAnotherByANanosecond() {
    assertThat(noon.isBefore(later)).isTrue();
    assertThat(later.isBefore(noon)).isFalse();
    assertThat(later.isAfter(noon)).isTrue();
    assertThat(noon.isAfter(later)).isFalse();
    assertThat(noon.isAfter(noon)).isFalse();
    assertThat(noon.isBefore(noon)).isFalse();
  }

  @Test
  void isAsLateAsTheStartOfADayAtLeast() {
    Day sixteenth = new Day(LocalDate.of(2026, 3, 16), NEW_YORK);
    Moment start = sixteenth.start();

    assertThat(noon.orStartOf(sixteenth)).isEqualTo(start);
    assertThat(start.plus(Duration.ofNanos(1)).orStartOf(sixteenth))
        .isEqualTo(start.plus(Duration.ofNanos(1)));
    Moment sameInstant = start.in(ZoneOffset.UTC);
    assertThat(sameInstant.orStartOf(sixteenth)).isSameAs(sameInstant);
  }

  @Test
  void reachesADayAtItsFirstNanosecond() {
    Day sixteenth = new Day(LocalDate.of(2026, 3, 16), NEW_YORK);

    assertThat(sixteenth.start().hasReached(sixteenth)).isTrue();
    assertThat(sixteenth.start().minus(Duration.ofNanos(1)).hasReached(sixteenth)).isFalse();
  }

  @Test
  void isWrittenWithTheOffsetOfItsZone() {
    assertThat(noon).hasToString("2026-03-15T12:00:00Z");
    assertThat(noon.in(NEW_YORK)).hasToString("2026-03-15T08:00:00-04:00");
  }
}
