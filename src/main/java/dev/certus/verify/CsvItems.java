package dev.certus.verify;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.certus.output.DecisionColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of decisions as CSV. */
final class CsvItems implements Items {

  private static final List<String> COLUMNS = DecisionColumn.names();

  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> rows;

  /** Reads rows. */
  CsvItems(InputStream in) {
    this.csv =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.rows = csv.iterator();
  }

  @Override
  public Item next() throws IOException {
    try {
      return rows.hasNext() ? item(rows.next()) : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw new IOException("no CSV: " + e.getMessage(), e);
    }
  }

  private Item item(CsvRecord row) {
    List<String> cells = row.getFields();
    Map<String, String> content = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(cells.size(), COLUMNS.size()); i++) {
      String column = i < COLUMNS.size() ? COLUMNS.get(i) : "column " + (i + 1);
      content.put(column, i < cells.size() ? cells.get(i) : "");
    }
    boolean header = cells.equals(COLUMNS);
    String place = ":" + row.getStartingLineNumber();
    return new RowItem(header ? null : cells.get(0), place, content);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
