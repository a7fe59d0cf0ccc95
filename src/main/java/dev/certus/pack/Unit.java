package dev.certus.pack;

import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

/** The unit of a term. Packs write it in lower case, with hyphens. */
public enum Unit {
  CALENDAR_DAYS,
  CALENDAR_MONTHS,
  CALENDAR_YEARS,
  /** Whole days between two, neither of which counts: after 30 of them comes the 31st day. */
  TEST_FREE_DAYS,
  /** Minutes of elapsed time. */
  ELAPSED_MINUTES,
  /** Hours of elapsed time; changes of clocks do not matter. */
  ELAPSED_HOURS,
  COUNT,
  SCORE,
  /** A share, 0 to 100. */
  PERCENT,
  /** An amount of the term's currency. */
  MONEY,
  /** A date, the same in every zone. */
  DATE;

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whether values are added to calendar days. */
  public boolean isCalendar() {
    return this == CALENDAR_DAYS
        || this == CALENDAR_MONTHS
        || this == CALENDAR_YEARS
        || this == TEST_FREE_DAYS;
  }

  /** Whether values are added to moments. */
  public boolean isElapsed() {
    return this == ELAPSED_MINUTES || this == ELAPSED_HOURS;
  }

  /** Whether values are plain numbers. */
  public boolean isNumber() {
    return this == COUNT || this == SCORE || this == PERCENT;
  }

  /** Whether rules that use a term of this unit may use one of another in its place. */
  boolean isUsedLike(Unit other) {
    return this == other
        || (isCalendar() && other.isCalendar())
        || (isElapsed() && other.isElapsed());
  }

  /** That many of this calendar unit. */
  public Period period(int amount) {
    return switch (this) {
      case CALENDAR_DAYS -> Period.ofDays(amount);
      case CALENDAR_MONTHS -> Period.ofMonths(amount);
      case CALENDAR_YEARS -> Period.ofYears(amount);
      case TEST_FREE_DAYS -> Period.ofDays(amount + 1);
      default -> throw new IllegalArgumentException(this + " is no calendar unit");
    };
  }

  /** That many of this unit of elapsed time. */
  Duration duration(int amount) {
    return switch (this) {
      case ELAPSED_MINUTES -> Duration.ofMinutes(amount);
      case ELAPSED_HOURS -> Duration.ofHours(amount);
      default -> throw new IllegalArgumentException(this + " is no unit of elapsed time");
    };
  }

  /**
   * The amount that a node holds: a number; of dates, the number of days since 1970.
   *
   * @throws dev.certus.problem.PackException where it is no amount of this unit
   */
  BigDecimal amount(Yaml yaml) {
    if (this == DATE) {
      return date(yaml);
    }
    BigDecimal amount = Fields.number(yaml);
    if (amount.signum() < 0) {
      throw yaml.problem("a term is not negative", null);
    }
    if (this == MONEY) {
      return cents(yaml, amount);
    }
    if (amount.stripTrailingZeros().scale() > 0 || amount.compareTo(MILLION) >= 0) {
      throw yaml.problem("a number of %s is a whole number below a million".formatted(this), null);
    }
    if (this == PERCENT && amount.compareTo(HUNDRED) > 0) {
      throw yaml.problem("a percentage is 100 at most", null);
    }
    return amount;
  }

  private static BigDecimal date(Yaml yaml) {
    try {
      return BigDecimal.valueOf(LocalDate.parse(yaml.text()).toEpochDay());
    } catch (DateTimeException e) {
      throw yaml.problem("`%s` is no date".formatted(yaml.text()), "write it as 2026-08-18");
    }
  }

  private static BigDecimal cents(Yaml yaml, BigDecimal amount) {
    if (amount.scale() > 2) {
      throw yaml.problem("an amount of money has two decimal places at most", null);
    }
    return amount.setScale(2);
  }

  /** An amount as packs write it. */
  public String written(BigDecimal amount) {
    if (Term.isNever(amount)) {
      return Term.NEVER_WORD;
    }
    return this == DATE
        ? LocalDate.ofEpochDay(amount.longValueExact()).toString()
        : amount.toPlainString();
  }

  /** As packs write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
