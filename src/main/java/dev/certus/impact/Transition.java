package dev.certus.impact;

import dev.certus.record.CandidateRecord;
import java.util.List;
import java.util.SortedMap;

/**
 * Decisions that differ in the same way, for the same cause.
 *
 * @param kind in which way, and why
 * @param candidates how many candidates have such a decision
 * @param decisions how many decisions they are
 * @param daysMoved by how many days the end of decisions moves, or else their beginning: how many
 *     move by each number of days, rounded
 * @param witness the smallest record on which they differ so
 */
public record Transition(
    Kind kind,
    long candidates,
    long decisions,
    SortedMap<Long, Long> daysMoved,
    CandidateRecord witness) {

  /**
   * In which way decisions differ, and why.
   *
   * @param before the old decision's code; empty where there is none
   * @param after the new decision's code; empty where there is none
   * @param clause the clause of the new decision, or of the old one where there is no new one
   * @param fields the fields and details that differ, where the codes are the same
   * @param cause the edits that make the difference
   */
  public record Kind(String before, String after, String clause, List<String> fields, Cause cause) {

    static Kind of(Difference difference, Cause cause) {
      return new Kind(
          Difference.code(difference.before()),
          Difference.code(difference.after()),
          difference.either().clause(),
          difference.fields(),
          cause);
    }

    /** The decisions, in words. */
    public String words() {
      return Difference.words(before, after, String.join(", ", fields));
    }
  }
}
