package dev.certus.run;

import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordProblem;
import dev.certus.record.RecordReader;
import java.util.List;

/**
 * A record of a source after it was read: it has either a record to decide or a fault.
 *
 * @param input the record as it is in the source
 * @param candidateId the candidate's id, or null where it could not be read
 * @param record what to decide, or null
 * @param fault why there is nothing to decide, or null
 */
public record ParsedRecord(
    InputRecord input, String candidateId, CandidateRecord record, Fault fault) {

  /** Reads a record. */
  public static ParsedRecord of(InputRecord input, RecordReader reader) {
    if (input.fault() != null) {
      return new ParsedRecord(input, candidateId(input.place()), null, input.fault());
    }
    try {
      CandidateRecord record = reader.read(input.raw());
      return new ParsedRecord(input, record.candidateId(), record, null);
    } catch (RecordException e) {
      return new ParsedRecord(input, e.candidateId(), null, fault(input.place(), e));
    }
  }

  /** The rejection of this record. */
  public Rejection rejected(Fault why) {
    return new Rejection(input.place(), candidateId, why, input.raw());
  }

  private static String candidateId(RecordPlace place) {
    return place instanceof RecordPlace.Rows rows && !rows.candidateId().isEmpty()
        ? rows.candidateId()
        : null;
  }

  /** A broken last line without a line end is most likely what is left of a file cut off. */
  private static Fault fault(RecordPlace place, RecordException e) {
    Fault fault = Fault.of(e);
    boolean cutOff = place instanceof RecordPlace.Line line && !line.ended();
    if (fault.reason() != RejectReason.MALFORMED || !cutOff) {
      return fault;
    }
    RecordProblem problem = fault.problems().get(0);
    String expected = problem.expected() + "; the input ends in this line: was it cut off?";
    return new Fault(fault.reason(), List.of(new RecordProblem("", problem.found(), expected)));
  }
}
