package dev.certus.cli;

import dev.certus.adapter.Sources;
import dev.certus.record.RecordShape;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How records are read from where they are. */
final class SourceOption {

  /** Describes INPUT. */
  static final String RECORDS =
      "The records: a JSON Lines file, plain or compressed with gzip or zstd; a"
          + " folder of CSV or Parquet tables; or the URL of a PostgreSQL database, such as"
          + " postgresql://user@host/database. Default: -, standard input.";

  @Option(
      names = "--input-rejected",
      description =
          "INPUT is a file written by --rejected. Decides its records again, corrected"
              + " or not.")
  private boolean rejected;

  @Option(
      names = "--table",
      paramLabel = "NAME=PLACE",
      description =
          "Where to find a table, such as candidates or attempts, if not under that name in"
              + " INPUT: a file or a folder of files, relative to INPUT; or a table or view of"
              + " the database. Repeatable.")
  private List<String> tables = List.of();

  /**
   * Opens what the user named.
   *
   * @param shape the lists and fields that records can have
   * @param warnings receives what is odd about it
   */
  RecordSource open(RecordShape shape, String input, Consumer<String> warnings) throws IOException {
    if (rejected && !tables.isEmpty()) {
      throw new UserException(
          "--table does not go with --input-rejected, which reads one file\n  help: leave one out");
    }
    return rejected ? Sources.rejected(input) : Sources.open(shape, input, tables, warnings);
  }
}
