package dev.certus.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** One row a decision; lists and details are JSON in their cells. */
final class CsvDecisionWriter implements DecisionWriter {

  private static final DecisionColumn[] COLUMNS = DecisionColumn.values();

  /** The characters of the rows of a candidate, mostly. */
  private static final int BUFFER = 4096;

  private final boolean headed;

  /** A writer of rows, with a header or without. */
  CsvDecisionWriter(boolean headed) {
    this.headed = headed;
  }

  @Override
  public byte[] header() {
    return headed ? rows(csv -> csv.writeRecord(DecisionColumn.names())) : new byte[0];
  }

  @Override
  public void encode(Decisions decisions, ByteArrayOutputStream out) {
    out.writeBytes(
        rows(
            csv ->
                decisions
                    .decisions()
                    .forEach(decision -> csv.writeRecord(row(decisions, decision)))));
  }

  private static byte[] rows(Consumer<CsvWriter> rows) {
    StringWriter text = new StringWriter(BUFFER);
    try (CsvWriter csv =
        CsvWriter.builder().bufferSize(BUFFER).lineDelimiter(LineDelimiter.LF).build(text)) {
      rows.accept(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but to memory
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String[] row(Decisions decisions, Decision decision) {
    String[] row = new String[COLUMNS.length];
    for (int i = 0; i < row.length; i++) {
      Object cell = COLUMNS[i].of(decisions, decision);
      row[i] = cell instanceof List<?> list ? DecisionJson.texts(list) : (String) cell;
    }
    return row;
  }
}
