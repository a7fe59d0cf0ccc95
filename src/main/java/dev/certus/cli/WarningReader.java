package dev.certus.cli;

import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import dev.certus.record.UnknownFields;
import java.io.PrintWriter;

/** Reads records, and warns of each field that it ignores. */
final class WarningReader {

  private WarningReader() {}

  /** A reader that warns on {@code err}, once a field. */
  static RecordReader on(RecordShape shape, PrintWriter err) {
    return new RecordReader(shape, new UnknownFields(field -> warn(field, err)));
  }

  /** Says that a field is ignored. */
  static void warn(String field, PrintWriter err) {
    err.println("warning: unknown field `" + field + "` is ignored");
  }
}
