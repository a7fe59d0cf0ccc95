package dev.certus.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The present knows the first instant at which a comparison with it comes out otherwise. */
class PresentTest {

  private static final Instant NOW = Instant.parse("2026-03-07T12:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York"); // clocks change on 8 March
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 7);

  @Test
  void turnsWhereAMomentThatFollowsItReachesAnotherAndJustAfter() {
    List<Function<Moment, Moment>> made =
        List.of(
            now -> now,
            now -> now.plus(Duration.ofHours(24)),
            now -> now.minus(Duration.ofMinutes(90)).in(ZoneOffset.UTC),
            now -> now.day().start(),
            now -> now.day().end().plus(Duration.ofHours(3)),
            now -> now.day().plus(Period.ofMonths(1)).start(),
            now -> now.plus(Duration.ofHours(5)).day().minus(Period.of(1, 1, 1)).end());
    Random random = new Random(3);
    for (Function<Moment, Moment> make : made) {
      for (int i = 0; i < 300; i++) {
        Moment near = make.apply(new Moment(NOW, NEW_YORK));
        Moment fixed =
            i % 2 == 0
                ? near.day().plus(Period.ofDays(random.nextInt(5) - 2)).start()
                : near.plus(Duration.ofMinutes(random.nextInt(6_000) - 3_000));
        assertTurn(present -> make.apply(present.in(NEW_YORK)).compareTo(fixed));
        assertTurn(present -> fixed.compareTo(make.apply(present.in(NEW_YORK))));
        assertNoLater(present -> fixed.equals(make.apply(present.in(NEW_YORK))) ? 1 : 0);
      }
    }
  }

  @Test
  void turnsWhereADayThatFollowsItReachesAnotherAndAfterThatDay() {
    List<Function<Day, Day>> made =
        List.of(
            today -> today,
            today -> today.next(),
            today -> today.minus(Period.ofMonths(6)),
            today -> today.plus(Period.ofMonths(1)).plus(Period.ofMonths(-1)),
            today -> today.plus(Period.ofYears(2)));
    for (Function<Day, Day> make : made) {
      for (int days = -70; days < 70; days++) {
        LocalDate date = make.apply(new Day(TODAY, NEW_YORK)).date().plusDays(days);
        assertTurn(present -> make.apply(present.in(NEW_YORK).day()).compareTo(in(date)));
        assertNoLater(present -> make.apply(present.in(NEW_YORK).day()).isBefore(date) ? 1 : 0);
        assertNoLater(
            present ->
                in(date).orLater(make.apply(present.in(NEW_YORK).day())).compareTo(in(date)));
        assertNoLater(
            present -> make.apply(present.in(NEW_YORK).day()).orEarlier(date).compareTo(in(date)));
      }
    }
  }

  @Test
  void asksWhetherAnInstantHasComeOrGoneToTheNanosecond() {
    for (int nanos = -2; nanos <= 2; nanos++) {
      Instant other = NOW.plusNanos(nanos);
      assertTurn(present -> present.hasReached(other) ? 1 : 0);
      assertTurn(present -> present.isPast(other) ? 1 : 0);
    }
    assertThat(new Present(NOW).isPast(NOW)).isFalse();
    assertThat(new Present(NOW).hasReached(NOW)).isTrue();
  }

  @Test
  void keepsTheEarliestOfAllThatComesOutOtherwise() {
    Present present = new Present(NOW);
    assertThat(present.turn()).isNull();
    present.hasReached(NOW.plusSeconds(9));
    present.hasReached(NOW.plusSeconds(5));
    present.hasReached(NOW.minusSeconds(5));
    present.hasReached(NOW.plusSeconds(7));
    assertThat(present.turn()).isEqualTo(NOW.plusSeconds(5));
    assertThat(present.isFollowed()).isTrue();
  }

  @Test
  void isNoLongerFollowedWhereItsDateOrInstantIsTakenAway() {
    assertThat(followed(now -> now.instant())).isFalse();
    assertThat(followed(now -> now.day().date())).isFalse();
    assertThat(followed(now -> now.compareTo(now.day().start()))).isFalse();
    assertThat(followed(now -> now.day().shown())).isTrue();
    assertThat(followed(now -> now.compareTo(now.plus(Duration.ofHours(1))))).isTrue();
    assertThat(followed(now -> now.toString())).isTrue();
  }

  @Test
  void aTimeThatJavaDoesNotHaveNeverComes() {
    Present present = new Present(NOW);
    Moment now = present.in(NEW_YORK).minus(Duration.ofDays(2));
    assertThat(now.compareTo(new Moment(Instant.MAX, NEW_YORK))).isNegative();
    assertThat(present.turn()).isNull();
  }

  private static boolean followed(Function<Moment, Object> use) {
    Present present = new Present(NOW);
    Object used = use.apply(present.in(NEW_YORK));
    return used != null && present.isFollowed();
  }

  private static Day in(LocalDate date) {
    return new Day(date, NEW_YORK);
  }

  /** What is compared comes out alike until the turn, and otherwise then. */
  private static void assertTurn(Function<Present, Integer> compare) {
    Instant turn = assertNoLater(compare);
    if (turn != null) {
      assertThat(Integer.signum(compare.apply(new Present(turn))))
          .isNotEqualTo(Integer.signum(compare.apply(new Present(NOW))));
    }
  }

  /** It comes out alike until the turn; where the turn is sooner than need be, also then. */
  private static Instant assertNoLater(Function<Present, Integer> compare) {
    Present present = new Present(NOW);
    int order = Integer.signum(compare.apply(present));
    Instant turn = present.turn();
    Instant last = turn == null ? NOW.plus(Duration.ofDays(4_000)) : turn.minusNanos(1);
    assertThat(Integer.signum(compare.apply(new Present(last)))).isEqualTo(order);
    for (int part = 1; part < 20; part++) {
      Instant between = NOW.plus(Duration.between(NOW, last).dividedBy(20).multipliedBy(part));
      assertThat(Integer.signum(compare.apply(new Present(between)))).isEqualTo(order);
    }
    return turn;
  }
}
