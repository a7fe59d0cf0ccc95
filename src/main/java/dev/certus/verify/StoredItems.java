package dev.certus.verify;

import dev.certus.output.DecisionColumn;
import dev.certus.table.StoredRows;
import java.io.IOException;
import java.util.Map;

/** The rows of decisions in Parquet or a database. */
final class StoredItems implements Items {

  private final StoredRows rows;
  private long number;

  StoredItems(StoredRows rows) {
    this.rows = rows;
  }

  @Override
  public Item next() throws IOException {
    Map<String, String> cells = rows.next();
    if (cells == null) {
      return null;
    }
    number++;
    String candidateId = cells.get(DecisionColumn.CANDIDATE_ID.written());
    return new RowItem(candidateId, ", row " + number, cells);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
