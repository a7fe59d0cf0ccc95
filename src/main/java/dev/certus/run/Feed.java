package dev.certus.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads a source in chunks, which are the same whenever the source is, and keeps count. */
final class Feed {

  private static final int CHUNK = 256;
  private static final int CHUNK_BYTES = 1 << 20;

  private final RecordSource source;
  private final RunningHash hash; // null where nobody asks for a mark
  private long records;

  Feed(RecordSource source) {
    this(source, new RunningHash());
  }

  private Feed(RecordSource source, RunningHash hash) {
    this.source = source;
    this.hash = hash;
  }

  /** A feed of which no mark is asked for. */
  static Feed unmarked(RecordSource source) {
    return new Feed(source, null);
  }

  /** The next records; none at the end. */
  List<InputRecord> chunk() throws IOException {
    List<InputRecord> chunk = new ArrayList<>(CHUNK);
    long bytes = 0;
    while (chunk.size() < CHUNK && bytes < CHUNK_BYTES) {
      InputRecord record = next();
      if (record == null) {
        break;
      }
      chunk.add(record);
      ByteBuffer raw = record.raw();
      bytes += raw == null ? CHUNK_BYTES : raw.remaining();
    }
    return chunk;
  }

  private InputRecord next() throws IOException {
    InputRecord record = source.next();
    if (record != null) {
      records++;
      if (hash != null) {
        hash.add(record.raw());
      }
    }
    return record;
  }

  /** How many records were read. */
  long records() {
    return records;
  }

  /** The place that was reached in the source; null where the feed keeps no marks. */
  SourceMark mark() {
    return hash == null ? null : new SourceMark(records, hash.soFar());
  }

  /**
   * Skips the records that an earlier run decided.
   *
   * @throws IOException where they have changed since
   */
  void skip(SourceMark from) throws IOException {
    while (records < from.records() && next() != null) {
      // only counted and hashed
    }
    if (records < from.records() || !hash.soFar().equals(from.recordsSha256())) {
      throw new IOException(
          ("%s is not what the earlier run read: its first %,d records have changed%n"
                  + "  help: run it once without checkpoints, to start over")
              .formatted(source.name(), from.records()));
    }
  }
}
