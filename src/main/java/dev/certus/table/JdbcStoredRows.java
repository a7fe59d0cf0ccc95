package dev.certus.table;

import dev.certus.output.DecisionColumn;
import java.io.Closeable;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows of a query that returns the columns of decisions as texts, and instants as microseconds.
 *
 * @param rows what the query returns
 * @param database is closed with the rows
 * @param failure makes a message for the user of a failure
 */
public record JdbcStoredRows(
    ResultSet rows, Closeable database, Function<SQLException, IOException> failure)
    implements StoredRows {

  @Override
  public Map<String, String> next() throws IOException {
    try {
      if (!rows.next()) {
        return null;
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (DecisionColumn column : DecisionColumn.values()) {
        String cell = rows.getString(column.written());
        boolean instant = cell != null && column.kind() == DecisionColumn.Kind.INSTANT;
        cells.put(column.written(), cell == null ? "" : instant ? instant(cell) : cell);
      }
      return cells;
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }

  private static String instant(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS).toString();
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
