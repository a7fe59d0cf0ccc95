package dev.certus.run;

import dev.certus.file.FileHash;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Records in an order of their own, which is the same whenever the same content is read. Used by
 * one thread.
 */
public interface RecordSource extends Closeable {

  /**
   * The next record, or null at the end.
   *
   * @throws IOException where the source cannot be read on, with a message for its user
   */
  InputRecord next() throws IOException;

  /** How messages name the source; no secret is part of it. */
  String name();

  /** What kind of source it is: {@code jsonl}, {@code csv}, {@code parquet}, {@code postgresql}. */
  String kind();

  /** {@code NAME=PLACE} for each table that was opened under a place of its own. */
  default List<String> tables() {
    return List.of();
  }

  /** The share of the source that was read, 0 to 1; NaN where it is unknown. */
  double progress();

  /**
   * The files that make up the source, with their hashes; none for a database. Call it after {@link
   * #next} has returned null.
   */
  List<FileHash> files() throws IOException;
}
