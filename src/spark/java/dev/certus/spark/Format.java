package dev.certus.spark;

import java.util.Locale;

/** The forms of a job's files. */
enum Format {
  /** JobRecords: one in JSON a line. Decisions: one line a candidate. */
  JSONL,
  /** JobRecords: the contract's tables, with headers. Decisions: one row each. */
  CSV,
  /** JobRecords: the contract's tables. Decisions: one row each. */
  PARQUET;

  /** How names of files end. */
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
