package dev.certus.verify;

import java.util.List;

/**
 * What came of a verification.
 *
 * @param findings all that keeps the output from following from its inputs, the first of each kind
 * @param notes what is other than it was and need not matter
 * @param decidedAgain how many records were decided again
 * @param seed what chose them; null where they were all
 */
public record VerificationReport(
    List<Discrepancy> findings, List<String> notes, long decidedAgain, Long seed) {

  /** Whether the output still follows from its inputs. */
  public boolean holds() {
    return findings.isEmpty();
  }
}
