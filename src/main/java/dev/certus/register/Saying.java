package dev.certus.register;

/**
 * What an entry says, apart from its place in the chain.
 *
 * @param state what became of the candidate
 * @param recordKey the beginning of the record's hash
 * @param recordSha256 the record's hash; null where there is no record
 * @param record the record as it was; null where the register has it already, or there is none
 * @param content by which it is compared with what another entry says
 * @param due from which second on the record is to be decided again
 * @param nextChangeAt when decisions change next, or null
 * @param answer decisions, or why there are none; null where the candidate is gone
 * @param digest of all this, in hexadecimal
 */
record Saying(
    EntryState state,
    Key recordKey,
    String recordSha256,
    String record,
    Key content,
    long due,
    String nextChangeAt,
    String answer,
    String digest) {

  /** The candidate is gone. */
  static Saying gone(String candidateId, Chain chain) {
    return new Saying(
        EntryState.GONE,
        Key.NONE,
        null,
        null,
        Key.NONE,
        Long.MAX_VALUE,
        null,
        null,
        chain.said(candidateId, EntryState.GONE, null, null, null, Key.NONE.hex()));
  }
}
