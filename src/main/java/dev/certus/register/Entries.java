package dev.certus.register;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Gives each entry of a run its place in the chain, and writes it aside. */
final class Entries implements Closeable {

  private final Head head;
  private final boolean samePolicy;
  private final Standing standing;
  private final Spool spool;
  private final Chain chain = new Chain();
  private long count;
  private String hash;

  /**
   * Starts to write.
   *
   * @param samePolicy whether the run decides by what the run before did
   * @param rows where the entries go
   */
  Entries(Head head, boolean samePolicy, Standing standing, Path rows) throws IOException {
    this.head = head;
    this.samePolicy = samePolicy;
    this.standing = standing;
    this.spool = new Spool(rows);
    this.hash = head.entriesHash();
  }

  /** Adds what is new of a candidate. */
  void add(RecordDraft draft) throws IOException {
    add(draft.candidateId(), cause(draft), draft.slot(), draft.saying());
  }

  /** Adds that a candidate is gone. */
  void gone(String candidate) throws IOException {
    add(candidate, EntryCause.GONE, -1, Saying.gone(candidate, chain));
  }

  private EntryCause cause(RecordDraft draft) {
    if (draft.slot() < 0) {
      return EntryCause.NEW;
    }
    if (draft.saying().record() != null) {
      return EntryCause.RECORD;
    }
    return samePolicy ? EntryCause.TIME : EntryCause.POLICY;
  }

  private void add(String candidate, EntryCause cause, int slot, Saying saying) throws IOException {
    count++;
    long number = head.entries() + count;
    long recordEntry = 0;
    if (saying.recordSha256() != null) {
      recordEntry = saying.record() == null ? standing.recordEntry(slot) : number;
    }
    hash = chain.entry(hash, number, head.nextRun(), cause, recordEntry, saying.digest());
    spool
        .number(number)
        .number(head.nextRun())
        .text(candidate)
        .word(cause.written())
        .word(saying.state().written())
        .number(recordEntry == 0 ? null : recordEntry)
        .word(saying.recordSha256())
        .text(saying.record())
        .word(saying.nextChangeAt())
        .text(saying.answer())
        .word(saying.content().hex())
        .word(hash)
        .key(chain.key(candidate))
        .key(saying.recordKey())
        .key(saying.content())
        .end(saying.due());
  }

  /** How many entries were added. */
  long count() {
    return count;
  }

  /** The hash of the register's last entry. */
  String hash() {
    return hash;
  }

  /** Writes out what is kept in memory. */
  void flush() throws IOException {
    spool.flush();
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
