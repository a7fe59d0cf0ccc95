package dev.certus.batch;

import dev.certus.engine.DecisionException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordProblem;
import dev.certus.record.RecordReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Decides some lines after one another. Used by several threads at once. */
final class ChunkDecider {

  /** The longest record that is read, in bytes: some 50,000 attempts of one candidate. */
  private static final int LONGEST = 8 << 20;

  private final RecordReader reader;
  private final Function<CandidateRecord, byte[]> answer;

  ChunkDecider(RecordReader reader, Function<CandidateRecord, byte[]> answer) {
    this.reader = reader;
    this.answer = answer;
  }

  /**
   * What came of some lines.
   *
   * @param output the answers as they are to be written
   * @param decided how many records were answered
   * @param rejections the records that were not
   */
  record Result(ByteArrayOutputStream output, int decided, List<Rejection> rejections) {}

  Result decide(List<InputLine> lines) {
    ByteArrayOutputStream output = new ByteArrayOutputStream(1 << 16);
    List<Rejection> rejections = new ArrayList<>();
    int decided = 0;
    for (InputLine line : lines) {
      if (line.bytes() != null && isBlank(line.bytes())) {
        continue;
      }
      byte[] decisions = decide(line, rejections);
      if (decisions != null) {
        output.writeBytes(decisions);
        decided++;
      }
    }
    return new Result(output, decided, rejections);
  }

  private byte[] decide(InputLine line, List<Rejection> rejections) {
    if (line.length() > LONGEST) {
      rejections.add(rejection(line, null, null, List.of(tooLong(line))));
      return null;
    }
    CandidateRecord record;
    try {
      record = reader.read(line.bytes());
    } catch (RecordException e) {
      rejections.add(rejection(line, e.candidateId(), null, hinted(line, e.problems())));
      return null;
    }
    try {
      return answer.apply(record);
    } catch (DecisionException e) {
      RecordProblem problem =
          new RecordProblem("", e.getMessage(), "rules that decide this record; mend the pack");
      rejections.add(rejection(line, record.candidateId(), e.rule(), List.of(problem)));
      return null;
    }
  }

  private static Rejection rejection(
      InputLine line, String candidateId, String rule, List<RecordProblem> problems) {
    return new Rejection(
        line.number(), line.offset(), line.length(), candidateId, rule, problems, line.bytes());
  }

  private static RecordProblem tooLong(InputLine line) {
    return new RecordProblem(
        "",
        "a line of %d bytes".formatted(line.length()),
        "one record a line, of %d bytes at most; does each record end with a line feed?"
            .formatted(LONGEST));
  }

  /** A broken last line without a line end is most likely the stump of a file that was cut off. */
  private static List<RecordProblem> hinted(InputLine line, List<RecordProblem> problems) {
    boolean syntax = problems.size() == 1 && problems.get(0).pointer().isEmpty();
    if (line.ended() || !syntax) {
      return problems;
    }
    RecordProblem problem = problems.get(0);
    return List.of(
        new RecordProblem(
            "",
            problem.found(),
            problem.expected() + "; the input ends in this line: was it cut off?"));
  }

  private static boolean isBlank(ByteBuffer bytes) {
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      if (bytes.get(i) != ' ' && bytes.get(i) != '\t') {
        return false;
      }
    }
    return true;
  }
}
