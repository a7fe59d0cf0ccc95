package dev.certus.register;

import dev.certus.decision.Decisions;
import dev.certus.decision.Lasting;
import dev.certus.engine.Answer;
import dev.certus.engine.Engine;
import dev.certus.output.DecisionJson;
import dev.certus.output.UnwritableException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import dev.certus.record.Utf8;
import dev.certus.run.ChunkDecider;
import dev.certus.run.Fault;
import dev.certus.run.InputRecord;
import dev.certus.run.ParsedRecord;
import dev.certus.run.Rejection;
import dev.certus.run.RejectionJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Decides the records of a chunk, but for those that need not be. Thread-safe. */
final class Drafting {

  private final RecordReader reader;
  private final Engine engine;
  private final Instant asOf;
  private final Standing standing;
  private final boolean all;

  /**
   * Drafts for a run.
   *
   * @param all whether to decide each record; else those alone that are new, changed or due
   */
  Drafting(RecordReader reader, Engine engine, Instant asOf, Standing standing, boolean all) {
    this.reader = reader;
    this.engine = engine;
    this.asOf = asOf;
    this.standing = standing;
    this.all = all;
  }

  /** What came of records, in their order. */
  List<RecordDraft> of(List<InputRecord> records) {
    Chunk chunk = new Chunk();
    ChunkDecider.groups(records).forEach(chunk::add);
    return chunk.drafts;
  }

  private final class Chunk {

    private final Chain chain = new Chain();
    private final List<RecordDraft> drafts = new ArrayList<>();

    /** Adds a draft for each record. */
    void add(List<InputRecord> records) {
      byte[][] hashes = new byte[records.size()][];
      ParsedRecord[] parsed = new ParsedRecord[records.size()]; // null where nothing is to be done
      int[] slots = new int[records.size()];
      for (int i = 0; i < parsed.length; i++) {
        InputRecord record = records.get(i);
        hashes[i] = record.raw() == null ? null : chain.of(record.raw());
        slots[i] = hashes[i] == null ? -1 : standing.ofRecord(Key.of(hashes[i]));
        boolean still = !all && slots[i] >= 0 && !standing.isDue(slots[i], asOf.getEpochSecond());
        parsed[i] = still ? null : ParsedRecord.of(record, reader);
      }
      Iterator<Answer> answers = engine.decideAhead(readable(parsed), asOf).iterator();
      for (int i = 0; i < parsed.length; i++) {
        drafts.add(
            parsed[i] == null
                ? RecordDraft.still(records.get(i), Key.of(hashes[i]), slots[i])
                : draft(parsed[i], hashes[i], answers));
      }
    }

    private RecordDraft draft(ParsedRecord parsed, byte[] hash, Iterator<Answer> answers) {
      if (parsed.fault() != null) {
        return rejected(parsed, parsed.fault(), hash);
      }
      Answer answer = answers.next();
      if (answer instanceof Answer.Undecided undecided) {
        return rejected(parsed, Fault.of(undecided.cause()), hash);
      }
      if (parsed.candidateId().indexOf('\0') >= 0) {
        return rejected(
            parsed,
            Fault.unwritable(
                new UnwritableException("an id with U+0000, which PostgreSQL cannot hold")),
            hash);
      }
      Decisions decisions = answer.decisions();
      String next = Objects.toString(decisions.nextChangeAt(), null);
      Key content = chain.key(next + " " + Lasting.of(decisions.decisions()));
      long due = next == null ? Long.MAX_VALUE : decisions.nextChangeAt().getEpochSecond();
      Said said = new Said(EntryState.DECIDED, content, due, next);
      try {
        return draft(parsed, hash, said, DecisionJson.text(decisions), null);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        return rejected(parsed, Fault.unwritable(e), hash);
      }
    }

    private RecordDraft rejected(ParsedRecord parsed, Fault fault, byte[] hash) {
      Rejection rejection = parsed.rejected(fault);
      if (!isKept(parsed)) {
        return new RecordDraft(parsed.input(), key(hash), -1, null, null, rejection);
      }
      String why = RejectionJson.fault(rejection);
      // Whatever kept it from being decided may be over by the next run.
      Said said = new Said(EntryState.REJECTED, chain.key("rejected " + why), Long.MIN_VALUE, null);
      return draft(parsed, hash, said, why, rejection);
    }

    private RecordDraft draft(
        ParsedRecord parsed, byte[] hash, Said said, String answer, Rejection rejection) {
      String id = parsed.candidateId();
      int slot = standing.of(chain.key(id));
      Key record = key(hash);
      boolean same = slot >= 0 && standing.hasRecord(slot, record);
      if (same && standing.hasContent(slot, said.content)) {
        return new RecordDraft(parsed.input(), record, slot, id, null, rejection);
      }
      String sha256 = Chain.hex(hash);
      Saying saying =
          new Saying(
              said.state,
              record,
              sha256,
              same
                  ? null
                  : StandardCharsets.UTF_8.decode(parsed.input().raw().duplicate()).toString(),
              said.content,
              said.due,
              said.nextChangeAt,
              answer,
              chain.said(id, said.state, sha256, said.nextChangeAt, answer, said.content.hex()));
      return new RecordDraft(parsed.input(), record, slot, id, saying, rejection);
    }
  }

  private record Said(EntryState state, Key content, long due, String nextChangeAt) {}

  private static List<CandidateRecord> readable(ParsedRecord[] parsed) {
    return Arrays.stream(parsed)
        .filter(record -> record != null && record.record() != null)
        .map(ParsedRecord::record)
        .toList();
  }

  private static Key key(byte[] hash) {
    return hash == null ? Key.NONE : Key.of(hash);
  }

  /** Whether the register can hold a rejected record: it is text and names its candidate. */
  private static boolean isKept(ParsedRecord parsed) {
    String id = parsed.candidateId();
    ByteBuffer raw = parsed.input().raw();
    try {
      return id != null && id.indexOf('\0') < 0 && raw != null && Utf8.text(raw).indexOf('\0') < 0;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
