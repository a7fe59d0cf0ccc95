package dev.certus.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sums with amounts of money, as rules do them. */
public final class Money {

  private static final int WHOLE = 100;

  private Money() {}

  /** What is left of an amount after some percent, 0 to 100, rounded half up to two places. */
  public static BigDecimal less(BigDecimal amount, int percent) {
    return less(amount, percent, WHOLE);
  }

  /**
   * The same, where no more than some percent are taken off, whatever the first says.
   *
   * @param most the percent, 0 to 100
   */
  public static BigDecimal less(BigDecimal amount, int percent, int most) {
    return amount
        .multiply(BigDecimal.valueOf(WHOLE - Math.min(percent, most)))
        .divide(BigDecimal.valueOf(WHOLE), 2, RoundingMode.HALF_UP);
  }
}
