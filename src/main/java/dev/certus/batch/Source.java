package dev.certus.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Records in an order of their own, which is the same whenever the same content is read. Used by
 * one thread.
 */
public interface Source extends Closeable {

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

  /** The share of the source that was read, 0 to 1; or NaN where that cannot be told. */
  double progress();

  /**
   * The files that make up the source, with their hashes; none where it is no file. To be called
   * after {@link #next} has given null.
   */
  List<FileHash> files() throws IOException;
}
