package dev.certus.register;

import dev.certus.run.InputRecord;
import dev.certus.run.Rejection;

/**
 * What came of a record in a run, before it has its place in the register.
 *
 * @param input the record in its source
 * @param slot the candidate's place in {@link Standing}, or a negative number
 * @param candidateId the candidate; null where it is unknown, or needless as nothing is new
 * @param saying what its entry would say; null where nothing is new, or the candidate is unknown
 * @param rejection why it was rejected; null where it was not
 */
record RecordDraft(
    InputRecord input, int slot, String candidateId, Saying saying, Rejection rejection) {

  /** The record says again what the register has. */
  static RecordDraft still(InputRecord input, int slot, String candidateId) {
    return new RecordDraft(input, slot, candidateId, null, null);
  }
}
