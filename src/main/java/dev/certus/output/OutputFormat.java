package dev.certus.output;

/** The forms that decisions are written in. */
public enum OutputFormat {
  /** One JSON object a candidate and line. */
  JSONL,
  /** One row a decision, with a header. */
  CSV,
  /** Text of 80 columns for people. */
  TABLE;

  /** A new writer of this form. */
  public DecisionWriter writer() {
    return switch (this) {
      case JSONL -> new JsonLinesWriter();
      case CSV -> new CsvDecisionWriter();
      case TABLE -> new TableWriter();
    };
  }
}
