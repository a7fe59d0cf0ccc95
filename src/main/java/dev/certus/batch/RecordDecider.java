package dev.certus.batch;

import dev.certus.engine.DecisionException;
import dev.certus.engine.TooManyFactsException;
import dev.certus.output.UnwritableException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordProblem;
import dev.certus.record.RecordReader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * Decides records one by one: each has either its answer or the fault for which it has none.
 * Thread-safe, if what decides is.
 */
public final class RecordDecider {

  private final RecordReader reader;

  /** A decider of records that {@code reader} reads. */
  public RecordDecider(RecordReader reader) {
    this.reader = reader;
  }

  /**
   * What came of a record.
   *
   * @param candidateId the candidate's id, or null where it could not be read
   * @param answer the answer, or null where there is none
   * @param fault why there is none, or null
   */
  public record Verdict<T>(String candidateId, T answer, Fault fault) {}

  /**
   * Reads a record and decides it.
   *
   * @param raw its JSON in UTF-8
   * @param answer decides what was read; may throw {@link DecisionException} or {@link
   *     UnwritableException}
   */
  public <T> Verdict<T> decide(ByteBuffer raw, Function<CandidateRecord, T> answer) {
    CandidateRecord record;
    try {
      record = reader.read(raw);
    } catch (RecordException e) {
      return new Verdict<>(e.candidateId(), null, new Fault(RejectReason.of(e), e.problems()));
    }
    try {
      return new Verdict<>(record.candidateId(), answer.apply(record), null);
    } catch (UnwritableException e) {
      return failed(record, RejectReason.UNWRITABLE, e, "a text that it can hold");
    } catch (TooManyFactsException e) {
      return failed(
          record, RejectReason.OVERSIZE, e, "fewer, or a higher limit (certus decide --max-facts)");
    } catch (DecisionException e) {
      return new Verdict<>(record.candidateId(), null, rules(e));
    }
  }

  private static <T> Verdict<T> failed(
      CandidateRecord record, RejectReason reason, RuntimeException e, String expected) {
    List<RecordProblem> problems = List.of(new RecordProblem("", e.getMessage(), expected));
    return new Verdict<>(record.candidateId(), null, new Fault(reason, problems));
  }

  private static Fault rules(DecisionException e) {
    RecordProblem problem =
        new RecordProblem("", e.getMessage(), "rules that decide this record; mend the pack");
    return new Fault(RejectReason.RULES, e.rule(), e.facts(), List.of(problem));
  }
}
