package dev.certus.fact;

/**
 * A fact of the candidate's record with an id of its own: what evidence names. The record's
 * declaration makes a class of each kind of fact, with a method for each field.
 */
public abstract class RecordFact {

  private final String id;
  private final int rank;

  /** A fact in its frame. */
  protected RecordFact(Frame frame) {
    this.id = frame.id();
    this.rank = frame.rank();
  }

  /** The id in the record's list. */
  public final String id() {
    return id;
  }

  /**
   * The place among the record's facts of all lists, in the order of the lists, each list by id in
   * code point order: a lower id has a lower rank.
   */
  public final int rank() {
    return rank;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + " " + id;
  }
}
