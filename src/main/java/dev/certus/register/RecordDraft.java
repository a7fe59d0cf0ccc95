package dev.certus.register;

import dev.certus.run.InputRecord;
import dev.certus.run.Rejection;

/**
 * What came of a record in a run, before it has its place in the register.
 *
 * @param input the record in its source
 * @param key the beginning of its hash; {@link Key#NONE} where it is too long to be held
 * @param slot the candidate's place in {@link Standing}, or a negative number
 * @param candidateId the candidate; null where it is unknown, or needless as nothing is new
 * @param saying what its entry would say; null where nothing is new, or the candidate is unknown
 * @param rejection why it was rejected; null where it was not
 */
record RecordDraft(
    InputRecord input, Key key, int slot, String candidateId, Saying saying, Rejection rejection) {

  /** The record says again what the register has. */
  static RecordDraft still(InputRecord input, Key key, int slot) {
    return new RecordDraft(input, key, slot, null, null, null);
  }
}
