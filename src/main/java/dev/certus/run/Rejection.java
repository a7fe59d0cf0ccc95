package dev.certus.run;

import dev.certus.record.RecordProblem;
import java.nio.ByteBuffer;

/**
 * A record that got no decisions, and why.
 *
 * @param place its place in its source
 * @param candidateId the candidate's id, or null where it could not be read
 * @param fault why it got none
 * @param raw the record as it was, or null where it was too long to keep
 */
public record Rejection(RecordPlace place, String candidateId, Fault fault, ByteBuffer raw) {

  /** The place of a problem's value in tables; null where the record came from none. */
  public RowPlace row(RecordProblem problem) {
    return place instanceof RecordPlace.Rows ? RowPlace.of(problem.pointer(), raw) : null;
  }
}
