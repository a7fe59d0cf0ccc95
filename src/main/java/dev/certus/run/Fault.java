package dev.certus.run;

import dev.certus.engine.DecisionException;
import dev.certus.engine.TooLongException;
import dev.certus.engine.TooManyFactsException;
import dev.certus.output.UnwritableException;
import dev.certus.record.RecordException;
import dev.certus.record.RecordProblem;
import java.util.List;

/**
 * Why a record gets no decisions.
 *
 * @param reason what kind of fault it is
 * @param rule the rule that failed, or null where the record itself is at fault
 * @param facts ids of the record's facts that the rule failed on; none where they are unknown
 * @param problems what is wrong, at least one
 */
public record Fault(
    RejectReason reason, String rule, List<String> facts, List<RecordProblem> problems) {

  /** A fault of the record itself. */
  public Fault(RejectReason reason, List<RecordProblem> problems) {
    this(reason, null, List.of(), problems);
  }

  /** The fault of a record that cannot be read. */
  public static Fault of(RecordException e) {
    return new Fault(RejectReason.of(e), e.problems());
  }

  /** The fault of a record that the engine cannot decide. */
  public static Fault of(DecisionException e) {
    if (e instanceof TooManyFactsException) {
      return of(RejectReason.OVERSIZE, e, "fewer, or a run with a higher limit of facts");
    }
    String expected =
        e instanceof TooLongException
            ? "quicker rules, or a run with a higher limit of seconds"
            : "rules that decide this record; mend the pack";
    return new Fault(
        RejectReason.RULES,
        e.rule(),
        e.facts(),
        List.of(new RecordProblem("", e.getMessage(), expected)));
  }

  /** The fault of a record whose decisions cannot be written, for whatever reason. */
  public static Fault unwritable(Throwable e) {
    return e instanceof UnwritableException known
        ? of(RejectReason.UNWRITABLE, known, "a text that it can hold")
        : new Fault(
            RejectReason.UNWRITABLE,
            List.of(
                new RecordProblem(
                    "",
                    "decisions that cannot be written: " + e,
                    "details that are texts, numbers, days or rows of them; mend the pack")));
  }

  private static Fault of(RejectReason reason, RuntimeException e, String expected) {
    return new Fault(reason, List.of(new RecordProblem("", e.getMessage(), expected)));
  }
}
