package dev.certus.table;

import dev.certus.record.RecordTable;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Rows as a database gives them: the candidate's id first, then the other cells, all as text. */
public final class JdbcRows implements Rows {

  private final RecordTable table;
  private final List<RecordTable.Column> columns;
  private final ResultSet rows;
  private final Function<SQLException, IOException> failure;

  /**
   * Rows of a query.
   *
   * @param selection what the query selects
   * @param rows what it returns
   * @param failure makes a message for the user of a failure
   */
  public JdbcRows(
      Selection selection, ResultSet rows, Function<SQLException, IOException> failure) {
    this.table = selection.table();
    this.columns = selection.columns();
    this.rows = rows;
    this.failure = failure;
  }

  @Override
  public RecordTable table() {
    return table;
  }

  @Override
  public List<RecordTable.Column> columns() {
    return columns;
  }

  @Override
  public TableRow next() throws IOException {
    try {
      if (!rows.next()) {
        return null;
      }
      String[] cells = new String[columns.size()];
      for (int i = 0; i < cells.length; i++) {
        String cell = rows.getString(i + 2);
        cells[i] = cell == null || cell.isEmpty() ? null : cell;
      }
      return new TableRow(candidateId(), Arrays.asList(cells));
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }

  /** What the query orders by; it gives an empty text for a row that does not say. */
  private String candidateId() throws IOException, SQLException {
    String id = rows.getString(1);
    if (id == null) {
      throw new IOException(
          "a row of `%s` lost its candidate_id while it was read%n  help: is the file damaged? write it again"
              .formatted(table.name()));
    }
    return id;
  }
}
