package dev.certus.output;

import dev.certus.decision.Decisions;
import java.io.ByteArrayOutputStream;

/** One JSON object a candidate and line. */
final class JsonLinesWriter implements DecisionWriter {

  @Override
  public byte[] header() {
    return new byte[0];
  }

  @Override
  public void encode(Decisions decisions, ByteArrayOutputStream out) {
    DecisionJson.writeLine(decisions, out);
  }
}
