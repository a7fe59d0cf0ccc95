package dev.certus.pack;

import java.time.Duration;
import java.time.Period;
import java.util.Locale;

/** The unit of a term. Packs write it in lower case, with hyphens. */
public enum Unit {
  CALENDAR_DAYS,
  CALENDAR_MONTHS,
  CALENDAR_YEARS,
  /** Hours of elapsed time; changes of clocks do not matter. */
  ELAPSED_HOURS,
  COUNT,
  SCORE,
  /** An amount of the term's currency. */
  MONEY;

  /** Whether values are added to calendar days. */
  public boolean isCalendar() {
    return this == CALENDAR_DAYS || this == CALENDAR_MONTHS || this == CALENDAR_YEARS;
  }

  /** Whether values are plain numbers. */
  public boolean isNumber() {
    return this == COUNT || this == SCORE;
  }

  /** Whether rules that use a term of this unit may use one of another in its place. */
  boolean isUsedLike(Unit other) {
    return this == other || (isCalendar() && other.isCalendar());
  }

  /** That many of this calendar unit. */
  public Period period(int amount) {
    return switch (this) {
      case CALENDAR_DAYS -> Period.ofDays(amount);
      case CALENDAR_MONTHS -> Period.ofMonths(amount);
      case CALENDAR_YEARS -> Period.ofYears(amount);
      default -> throw new IllegalArgumentException(this + " is no calendar unit");
    };
  }

  /** That many of this unit of elapsed time. */
  Duration duration(int amount) {
    if (this != ELAPSED_HOURS) {
      throw new IllegalArgumentException(this + " is no unit of elapsed time");
    }
    return Duration.ofHours(amount);
  }

  /** As packs write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
