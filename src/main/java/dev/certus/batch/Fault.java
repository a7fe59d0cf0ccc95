package dev.certus.batch;

import dev.certus.record.RecordProblem;
import java.util.List;

/**
 * Why a record gets no decisions.
 *
 * @param reason what kind of fault it is
 * @param rule the rule that failed, or null where the record itself is at fault
 * @param facts ids of the record's facts that the rule failed on; none where they are not known
 * @param problems what is wrong, at least one
 */
public record Fault(
    RejectReason reason, String rule, List<String> facts, List<RecordProblem> problems) {

  /** A fault of the record itself. */
  public Fault(RejectReason reason, List<RecordProblem> problems) {
    this(reason, null, List.of(), problems);
  }
}
