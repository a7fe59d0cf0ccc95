package dev.certus.fact;

import dev.certus.pack.Says;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A discount voucher.
 *
 * @param id the voucher's id
 * @param rank its place among the record's facts, by id
 * @param percent the discount, 1 to 100
 * @param expiresOn the last local date of appointments that it covers
 * @param redeemed whether it has been used
 */
@Says(
    value = "voucher {id}: {percent} % off, for exams through {expiresOn}, {redeemed}",
    name = "voucher {id}")
public record Voucher(String id, int rank, int percent, LocalDate expiresOn, boolean redeemed)
    implements RecordFact {

  private static final int WHOLE = 100;

  /** What is left of an amount of money after the discount, rounded half up to two places. */
  public BigDecimal discounted(BigDecimal amount) {
    return discounted(amount, WHOLE);
  }

  /**
   * The same, where the policy takes no more off than some percent, whatever the voucher says.
   *
   * @param most the percent, 0 to 100
   */
  public BigDecimal discounted(BigDecimal amount, int most) {
    return amount
        .multiply(BigDecimal.valueOf(WHOLE - Math.min(percent, most)))
        .divide(BigDecimal.valueOf(WHOLE), 2, RoundingMode.HALF_UP);
  }
}
