package dev.certus.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.time.Moment;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One row a decision; lists and details are JSON in their cells. */
final class CsvDecisionWriter implements DecisionWriter {

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
  public byte[] encode(Decisions decisions) {
    return rows(
        csv ->
            decisions.decisions().forEach(decision -> csv.writeRecord(row(decisions, decision))));
  }

  private static byte[] rows(Consumer<CsvWriter> rows) {
    StringWriter text = new StringWriter();
    rows.accept(CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String[] row(Decisions decisions, Decision decision) {
    return new String[] {
      decisions.candidateId(),
      decisions.asOf().toString(),
      decision.code(),
      decision.subject().kind(),
      decision.subject().id(),
      text(decision.from()),
      text(decision.until()),
      text(decision.through()),
      decision.clause(),
      decision.rule(),
      decision.reason(),
      DecisionJson.texts(decision.evidence()).toString(),
      DecisionJson.texts(decision.readings()).toString(),
      DecisionJson.map(decision.details()).toString()
    };
  }

  private static String text(Moment moment) {
    return moment == null ? null : moment.toString();
  }
}
