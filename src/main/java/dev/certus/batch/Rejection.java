package dev.certus.batch;

import dev.certus.record.RecordProblem;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A record that got no decisions, and why.
 *
 * @param place where it stands in its source
 * @param candidateId the candidate's id, or null where it could not be read
 * @param reason what kind of fault it is
 * @param rule the rule that failed, or null where the record itself is at fault
 * @param facts ids of the record's facts that the rule failed on; none where they are not known
 * @param problems what is wrong, at least one
 * @param raw the record as it was, or null where it was too long to keep
 */
public record Rejection(
    Place place,
    String candidateId,
    RejectReason reason,
    String rule,
    List<String> facts,
    List<RecordProblem> problems,
    ByteBuffer raw) {

  /** A record that is at fault itself. */
  static Rejection of(
      InputRecord record, String candidateId, RejectReason reason, List<RecordProblem> problems) {
    return new Rejection(
        record.place(), candidateId, reason, null, List.of(), problems, record.raw());
  }

  /** Where a problem's value stands in tables; null where the record came from none. */
  public RowPlace row(RecordProblem problem) {
    return place instanceof Place.Rows ? RowPlace.of(problem.pointer(), raw) : null;
  }
}
