package dev.certus.batch;

import dev.certus.engine.DecisionException;
import dev.certus.engine.TooManyFactsException;
import dev.certus.output.UnwritableException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordProblem;
import dev.certus.record.RecordReader;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides some records after one another. Used by several threads at once. */
final class ChunkDecider {

  private final RecordReader reader;
  private final Answerer answerer;

  ChunkDecider(RecordReader reader, Answerer answerer) {
    this.reader = reader;
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
    ByteArrayOutputStream output = new ByteArrayOutputStream(1 << 16);
    SortedMap<String, Long> codes = new TreeMap<>();
    List<Answered> answered = new ArrayList<>(records.size());
    List<Rejection> rejections = new ArrayList<>();
    for (InputRecord record : records) {
      CandidateRecord candidate = read(record, rejections);
      List<String> given = candidate == null ? null : answer(record, candidate, output, rejections);
      if (given != null) {
        given.forEach(code -> codes.merge(code, 1L, Long::sum));
        answered.add(new Answered(record.place(), candidate.candidateId()));
      }
    }
    SortedMap<String, Long> reasons = new TreeMap<>();
    rejections.forEach(rejection -> reasons.merge(rejection.reason().written(), 1L, Long::sum));
    Tally tally = new Tally(answered.size(), codes, reasons);
    return new Result(output, answered, rejections, tally);
  }

  /** The codes of the answer, or null where the rules fail. */
  private List<String> answer(
      InputRecord record,
      CandidateRecord candidate,
      ByteArrayOutputStream output,
      List<Rejection> rejections) {
    try {
      return answerer.answer(candidate, output);
    } catch (UnwritableException e) {
      RecordProblem problem = new RecordProblem("", e.getMessage(), "a text that it can hold");
      rejections.add(
          Rejection.of(record, candidate.candidateId(), RejectReason.UNWRITABLE, List.of(problem)));
      return null;
    } catch (TooManyFactsException e) {
      RecordProblem problem =
          new RecordProblem("", e.getMessage(), "fewer, or a higher limit (--max-facts)");
      rejections.add(
          Rejection.of(record, candidate.candidateId(), RejectReason.OVERSIZE, List.of(problem)));
      return null;
    } catch (DecisionException e) {
      RecordProblem problem =
          new RecordProblem("", e.getMessage(), "rules that decide this record; mend the pack");
      rejections.add(
          new Rejection(
              record.place(),
              candidate.candidateId(),
              RejectReason.RULES,
              e.rule(),
              e.facts(),
              List.of(problem),
              record.raw()));
      return null;
    }
  }

  /** The record, or null where it is rejected. */
  private CandidateRecord read(InputRecord record, List<Rejection> rejections) {
    if (record.fault() != null) {
      String candidateId =
          record.place() instanceof Place.Rows rows && !rows.candidateId().isEmpty()
              ? rows.candidateId()
              : null;
      rejections.add(
          Rejection.of(record, candidateId, record.fault().reason(), record.fault().problems()));
      return null;
    }
    try {
      return reader.read(record.raw());
    } catch (RecordException e) {
      RejectReason reason = RejectReason.of(e);
      List<RecordProblem> problems =
          reason == RejectReason.MALFORMED ? hinted(record, e.problems()) : e.problems();
      rejections.add(Rejection.of(record, e.candidateId(), reason, problems));
      return null;
    }
  }

  /** A broken last line without a line end is most likely the stump of a file that was cut off. */
  private static List<RecordProblem> hinted(InputRecord record, List<RecordProblem> problems) {
    if (!(record.place() instanceof Place.Line line) || line.ended()) {
      return problems;
    }
    RecordProblem problem = problems.get(0);
    return List.of(
        new RecordProblem(
            "",
            problem.found(),
            problem.expected() + "; the input ends in this line: was it cut off?"));
  }
}
