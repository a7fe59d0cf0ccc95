package dev.certus.output;

import dev.certus.decision.Decisions;

/** One JSON object a candidate and line. */
final class JsonLinesWriter implements DecisionWriter {

  @Override
  public byte[] header() {
    return new byte[0];
  }

  @Override
  public byte[] encode(Decisions decisions) {
    return DecisionJson.line(decisions);
  }
}
