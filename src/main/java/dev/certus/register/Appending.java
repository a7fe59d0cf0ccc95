package dev.certus.register;

import dev.certus.file.Sha256;
import dev.certus.record.RecordProblem;
import dev.certus.run.Fault;
import dev.certus.run.Fingerprints;
import dev.certus.run.RecordPipeline;
import dev.certus.run.RecordSource;
import dev.certus.run.RejectReason;
import dev.certus.run.RejectedFile;
import dev.certus.run.Rejection;
import dev.certus.run.RunListener;
import dev.certus.run.SourceMark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/** Takes what came of records, in the order of the source, and keeps count. */
final class Appending implements RecordPipeline.ChunkHandler<List<RecordDraft>> {

  private final RecordSource source;
  private final Standing standing;
  private final RejectedFile rejectedFile;
  private final RunListener listener;
  private final Entries entries;
  private final Fingerprints arrived = new Fingerprints(); // that the register did not have
  private long decided;
  private long rejected;
  private long again;
  private final MessageDigest hash = Sha256.digest();
  private final ByteBuffer keys = ByteBuffer.allocate(2 * Long.BYTES);
  private long records;

  Appending(
      RecordSource source,
      Standing standing,
      RejectedFile rejectedFile,
      RunListener listener,
      Entries entries) {
    this.source = source;
    this.standing = standing;
    this.rejectedFile = rejectedFile;
    this.listener = listener;
    this.entries = entries;
  }

  @Override
  public void take(List<RecordDraft> drafts, SourceMark mark) throws IOException {
    for (RecordDraft draft : drafts) {
      take(draft);
    }
    listener.progressed(decided + rejected, rejected, source.progress());
  }

  private void take(RecordDraft draft) throws IOException {
    records++;
    keys.putLong(0, draft.key().high()).putLong(Long.BYTES, draft.key().low());
    hash.update(keys.array());
    if (!isFirst(draft)) {
      reject(repeated(draft));
      return;
    }
    if (draft.rejection() == null) {
      decided++;
      again += draft.candidateId() == null ? 0 : 1;
    } else {
      reject(draft.rejection());
    }
    if (draft.saying() != null) {
      entries.add(draft);
    }
  }

  private boolean isFirst(RecordDraft draft) {
    if (draft.slot() >= 0) {
      return standing.see(draft.slot());
    }
    return draft.candidateId() == null || arrived.add(draft.candidateId());
  }

  private void reject(Rejection rejection) throws IOException {
    rejected++;
    listener.rejected(rejection);
    rejectedFile.add(rejection);
  }

  /** A register has one answer a candidate: that of the first record. */
  private static Rejection repeated(RecordDraft draft) {
    Fault fault =
        new Fault(
            RejectReason.DUPLICATE,
            List.of(
                new RecordProblem(
                    "/candidateId",
                    "another record of the candidate before this one",
                    "one record a candidate, as a register has one answer for each")));
    return new Rejection(draft.input().place(), draft.candidateId(), fault, draft.input().raw());
  }

  /** How many records were decided, in place of being found the same. */
  long again() {
    return again;
  }

  /** The run, when all entries are there. */
  Run run(long number, Instant asOf, Run.Policy policy) throws IOException {
    entries.flush();
    return new Run(
        number,
        asOf,
        policy,
        source.name(),
        records,
        Sha256.hex(hash),
        decided,
        rejected,
        entries.count(),
        entries.hash(),
        "");
  }
}
