package dev.certus.register;

import java.time.Instant;

/**
 * Decisions that were issued in one way, and would have been in another by another pack.
 *
 * @param candidateId the candidate
 * @param subject what they are about
 * @param before the code that was issued; empty where there was no decision
 * @param after the code that the other pack gives; empty where it gives none
 * @param clause the clause of the other decision, or of the issued one where there is no other
 * @param fields the fields that differ, where the codes are the same
 * @param since the as-of instant of the first run that issued it
 * @param run the number of that run
 * @param until the as-of instant of the last run that issued it
 * @param stands whether that is the register's last run
 */
public record Flip(
    String candidateId,
    String subject,
    String before,
    String after,
    String clause,
    String fields,
    Instant since,
    long run,
    Instant until,
    boolean stands) {

  /** In which way the decisions differ. */
  public record Kind(String before, String after, String clause, String fields) {}

  /** In which way the decisions differ. */
  public Kind kind() {
    return new Kind(before, after, clause, fields);
  }

  /** This one, up to the end of a later one of its kind. */
  Flip through(Flip later) {
    return new Flip(
        candidateId, subject, before, after, clause, fields, since, run, later.until, later.stands);
  }
}
