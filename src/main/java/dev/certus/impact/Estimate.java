package dev.certus.impact;

/**
 * A number of candidates as a sample lets expect it.
 *
 * @param least the lower bound of the 95 % confidence interval
 * @param likely the share of the sample, of all
 * @param most the upper bound
 */
public record Estimate(long least, long likely, long most) {

  /** The quantile of the normal distribution for 95 %, two-sided. */
  private static final double Z = 1.959964;

  /** Wilson's interval for a share, times all. */
  static Estimate of(long counted, long sampled, long all) {
    if (sampled == 0) {
      return new Estimate(0, 0, all);
    }
    if (sampled >= all) {
      return new Estimate(counted, counted, counted);
    }
    double share = (double) counted / sampled;
    double weight = Z * Z / sampled;
    double middle = (share + weight / 2) / (1 + weight);
    double half =
        Z / (1 + weight) * Math.sqrt(share * (1 - share) / sampled + weight / (4 * sampled));
    return new Estimate(
        Math.max(counted, (long) Math.floor(all * (middle - half))),
        Math.round(share * all),
        (long) Math.ceil(all * (middle + half)));
  }
}
