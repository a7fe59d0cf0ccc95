package dev.certus.batch;

import dev.certus.batch.RecordDecider.Verdict;
import dev.certus.record.RecordProblem;
import dev.certus.record.RecordReader;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides some records after one another. Used by several threads at once. */
final class ChunkDecider {

  private static final int USUAL_BYTES = 1 << 19;

  private final RecordDecider decider;
  private final Answerer answerer;

  ChunkDecider(RecordReader reader, Answerer answerer) {
    this.decider = new RecordDecider(reader);
    this.answerer = answerer;
  }

  /**
   * What came of some records.
   *
   * @param output the answers as they are to be written
   * @param answered the candidates that were answered, in order, and where their records stand
   * @param rejections the records that were not answered
   * @param tally their numbers
   */
  record Result(
      ByteArrayOutputStream output,
      List<Answered> answered,
      List<Rejection> rejections,
      Tally tally) {}

  /** A record that was answered. */
  record Answered(Place place, String candidateId) {}

  Result decide(List<InputRecord> records) {
    ByteArrayOutputStream output = new ByteArrayOutputStream(USUAL_BYTES);
    SortedMap<String, Long> codes = new TreeMap<>();
    List<Answered> answered = new ArrayList<>(records.size());
    List<Rejection> rejections = new ArrayList<>();
    for (InputRecord record : records) {
      Verdict<List<String>> verdict = decide(record, output);
      if (verdict.fault() == null) {
        verdict.answer().forEach(code -> codes.merge(code, 1L, Long::sum));
        answered.add(new Answered(record.place(), verdict.candidateId()));
      } else {
        rejections.add(
            new Rejection(record.place(), verdict.candidateId(), verdict.fault(), record.raw()));
      }
    }
    SortedMap<String, Long> reasons = new TreeMap<>();
    rejections.forEach(
        rejection -> reasons.merge(rejection.fault().reason().written(), 1L, Long::sum));
    Tally tally = new Tally(answered.size(), codes, reasons);
    return new Result(output, answered, rejections, tally);
  }

  /** The codes of the answer, or the fault that the source or the decider finds. */
  private Verdict<List<String>> decide(InputRecord record, ByteArrayOutputStream output) {
    if (record.fault() != null) {
      return new Verdict<>(candidateId(record.place()), null, record.fault());
    }
    Verdict<List<String>> verdict =
        decider.decide(record.raw(), candidate -> answerer.answer(candidate, output));
    boolean malformed =
        verdict.fault() != null && verdict.fault().reason() == RejectReason.MALFORMED;
    return malformed && isStump(record.place())
        ? new Verdict<>(verdict.candidateId(), null, hinted(verdict.fault()))
        : verdict;
  }

  private static String candidateId(Place place) {
    return place instanceof Place.Rows rows && !rows.candidateId().isEmpty()
        ? rows.candidateId()
        : null;
  }

  /** A broken last line without a line end is most likely the stump of a file that was cut off. */
  private static boolean isStump(Place place) {
    return place instanceof Place.Line line && !line.ended();
  }

  private static Fault hinted(Fault fault) {
    RecordProblem problem = fault.problems().get(0);
    String expected = problem.expected() + "; the input ends in this line: was it cut off?";
    return new Fault(fault.reason(), List.of(new RecordProblem("", problem.found(), expected)));
  }
}
