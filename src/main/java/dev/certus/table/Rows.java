package dev.certus.table;

import dev.certus.record.RecordTable;
import java.io.IOException;
import java.util.List;

/** The rows of a table in the order of their candidates' ids, by code point. */
public interface Rows {

  /** Which table it is. */
  RecordTable table();

  /** The columns that the cells of each row belong to, beside the candidate's id. */
  List<RecordTable.Column> columns();

  /**
   * The next row, or null at the end.
   *
   * @throws IOException where they cannot be read on, with a message for the user
   */
  TableRow next() throws IOException;
}
