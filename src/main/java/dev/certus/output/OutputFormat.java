package dev.certus.output;

import java.util.Locale;

/** The forms that decisions are written in. */
public enum OutputFormat {
  /** One JSON object a candidate and line. */
  JSONL,
  /** One row a decision, with a header. */
  CSV,
  /** One row a decision, with typed columns. */
  PARQUET,
  /** One row a decision, in a table of a database. */
  POSTGRESQL,
  /** Text of 80 columns for people. */
  TABLE;

  /** The form that the end of a file's name asks for: {@link #JSONL} where it asks for none. */
  public static OutputFormat ofName(String name) {
    return name.matches(".*\\.csv(\\.gz|\\.zst)?")
        ? CSV
        : name.endsWith(".parquet") ? PARQUET : JSONL;
  }

  /** The form as the user writes it. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A new writer of this form, or of the rows of CSV, without a header, that make it. */
  public DecisionWriter writer() {
    return switch (this) {
      case JSONL -> new JsonLinesWriter();
      case CSV -> new CsvDecisionWriter(true);
      case PARQUET -> new CsvDecisionWriter(false);
      case POSTGRESQL -> new DatabaseRowsWriter();
      case TABLE -> new TableWriter();
    };
  }
}
