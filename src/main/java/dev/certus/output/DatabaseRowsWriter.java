package dev.certus.output;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import java.io.ByteArrayOutputStream;

/** Rows of CSV without a header, for PostgreSQL, whose texts hold all characters but U+0000. */
final class DatabaseRowsWriter implements DecisionWriter {

  private final DecisionWriter rows = new CsvDecisionWriter(false);

  @Override
  public byte[] header() {
    return rows.header();
  }

  @Override
  public void encode(Decisions decisions, ByteArrayOutputStream out) {
    check(decisions.candidateId());
    decisions.decisions().forEach(DatabaseRowsWriter::check);
    rows.encode(decisions, out);
  }

  /** What a record gives to its decisions; all else is the pack's. */
  private static void check(Decision decision) {
    check(decision.subject().id());
    check(decision.reason());
    decision.evidence().forEach(DatabaseRowsWriter::check);
    if (!decision.details().isEmpty()) {
      check(decision.details().values().toString());
    }
  }

  private static void check(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new UnwritableException("a text with U+0000, which PostgreSQL cannot hold");
    }
  }
}
