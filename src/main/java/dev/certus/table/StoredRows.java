package dev.certus.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Decisions as rows, as they are read. */
public interface StoredRows extends Closeable {

  /**
   * The cells of the next row by their columns: instants in UTC, lists and details as JSON, empty
   * where there is nothing. Null at the end.
   */
  Map<String, String> next() throws IOException;
}
