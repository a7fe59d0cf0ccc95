package dev.certus.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One row a decision; lists and details are JSON in their cells. */
final class CsvDecisionWriter implements DecisionWriter {

  private static final DecisionColumn[] COLUMNS = DecisionColumn.values();

  private final boolean headed;

  /** A writer of rows, with a header or without. */
  CsvDecisionWriter(boolean headed) {
    this.headed = headed;
  }

  @Override
  public byte[] header() {
    return headed ? rows(csv -> csv.writeRecord(row(DecisionColumn::written))) : new byte[0];
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
    StringWriter text = new StringWriter();
    rows.accept(CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String[] row(Decisions decisions, Decision decision) {
    return row(
        column -> {
          Object cell = column.of(decisions, decision);
          return cell instanceof List<?> list ? DecisionJson.texts(list) : (String) cell;
        });
  }

  private static String[] row(Function<DecisionColumn, String> cell) {
    return Arrays.stream(COLUMNS).map(cell).toArray(String[]::new);
  }
}
