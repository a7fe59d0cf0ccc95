package dev.certus.output;

import java.util.Locale;

/** The forms that decisions are written in. */
public enum OutputFormat {
  /** One JSON object a candidate and line. */
  JSONL,
  /** One row a decision, with a header. */
  CSV,
  /** Text of 80 columns for people. */
  TABLE;

  /** The form that the end of a file's name asks for: {@link #JSONL} where it asks for none. */
  public static OutputFormat ofName(String name) {
    return name.matches(".*\\.csv(\\.gz|\\.zst)?") ? CSV : JSONL;
  }

  /** The form as the user writes it. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A new writer of this form. */
  public DecisionWriter writer() {
    return switch (this) {
      case JSONL -> new JsonLinesWriter();
      case CSV -> new CsvDecisionWriter();
      case TABLE -> new TableWriter();
    };
  }
}
