package dev.certus.output;

import dev.certus.decision.Decisions;
import java.nio.charset.StandardCharsets;

/** One JSON object a candidate and line. */
final class JsonLinesWriter implements DecisionWriter {

  @Override
  public byte[] header() {
    return new byte[0];
  }

  @Override
  public byte[] encode(Decisions decisions) {
    return (DecisionJson.of(decisions) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
