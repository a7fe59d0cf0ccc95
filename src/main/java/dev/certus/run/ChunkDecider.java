package dev.certus.run;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.engine.Answer;
import dev.certus.engine.Engine;
import dev.certus.output.DecisionWriter;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import dev.certus.run.DecidedChunk.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads, decides and encodes the records of a chunk. Thread-safe. */
public final class ChunkDecider {

  private static final int USUAL_BYTES = 1 << 19;

  /** Records that the engine decides at once: few, so that what they leave is let go young. */
  private static final int AT_ONCE = 32;

  private final RecordReader reader;
  private final Engine engine;
  private final Instant asOf;
  private final DecisionWriter writer;
  private final Predicate<CandidateRecord> wanted;

  /**
   * A decider.
   *
   * @param reader reads the records
   * @param engine decides them
   * @param asOf the instant to decide for
   * @param writer encodes the decisions
   * @param wanted chooses the records to decide; the others are only read, and leave nothing in the
   *     results
   */
  public ChunkDecider(
      RecordReader reader,
      Engine engine,
      Instant asOf,
      DecisionWriter writer,
      Predicate<CandidateRecord> wanted) {
    this.reader = reader;
    this.engine = engine;
    this.asOf = asOf;
    this.writer = writer;
    this.wanted = wanted;
  }

  /** Decides records that stand after one another. */
  public DecidedChunk decide(List<InputRecord> records) {
    Chunk chunk = new Chunk();
    groups(records).forEach(chunk::add);
    return chunk.decided(records.size());
  }

  /** Records in groups of as few as are best decided at once, in their order. */
  public static List<List<InputRecord>> groups(List<InputRecord> records) {
    List<List<InputRecord>> groups = new ArrayList<>();
    for (int start = 0; start < records.size(); start += AT_ONCE) {
      groups.add(records.subList(start, Math.min(start + AT_ONCE, records.size())));
    }
    return groups;
  }

  /** What has come of a chunk so far. */
  private final class Chunk {

    private final ChunkBytes output = new ChunkBytes(USUAL_BYTES);
    private final List<Answered> answered = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, Long> codes = new HashMap<>();
    private final SortedMap<String, Long> reasons = new TreeMap<>();

    void add(List<InputRecord> records) {
      List<ParsedRecord> parsed =
          records.stream()
              .map(record -> ParsedRecord.of(record, reader))
              .filter(record -> record.fault() != null || wanted.test(record.record()))
              .toList();
      Iterator<Answer> answers = engine.decideAhead(readable(parsed), asOf).iterator();
      for (ParsedRecord record : parsed) {
        if (record.fault() == null) {
          add(record, answers.next());
        } else {
          reject(record, record.fault());
        }
      }
    }

    private List<CandidateRecord> readable(List<ParsedRecord> parsed) {
      return parsed.stream().map(ParsedRecord::record).filter(Objects::nonNull).toList();
    }

    private void add(ParsedRecord record, Answer answer) {
      if (answer instanceof Answer.Undecided undecided) {
        reject(record, Fault.of(undecided.cause()));
        return;
      }
      Decisions decisions = answer.decisions();
      int before = output.size();
      try {
        writer.encode(decisions, output);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        output.cutTo(before);
        reject(record, Fault.unwritable(e));
        return;
      }
      for (Decision decision : decisions.decisions()) {
        codes.merge(decision.code(), 1L, Long::sum);
      }
      answered.add(new Answered(record.input().place(), record.candidateId()));
    }

    private void reject(ParsedRecord record, Fault fault) {
      rejections.add(record.rejected(fault));
      reasons.merge(fault.reason().written(), 1L, Long::sum);
    }

    DecidedChunk decided(int records) {
      Tally tally = new Tally(answered.size(), new TreeMap<>(codes), reasons);
      return new DecidedChunk(records, output, answered, rejections, tally);
    }
  }
}
