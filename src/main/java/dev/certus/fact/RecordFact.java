package dev.certus.fact;

/** A fact of the candidate's record with an id of its own: what evidence names. */
public sealed interface RecordFact permits DatedFact, Voucher {

  /** The id in the record's list. */
  String id();

  /**
   * The place among the record's facts of all lists, attempts first, each list by id in code point
   * order: a lower id has a lower rank.
   */
  int rank();
}
