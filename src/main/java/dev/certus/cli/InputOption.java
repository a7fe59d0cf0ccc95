package dev.certus.cli;

import dev.certus.adapter.Sources;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where records come from. */
final class InputOption {

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..1",
      defaultValue = Sources.STANDARD,
      description =
          "The records: a file in JSON Lines, which gzip or zstd may have compressed; a folder of"
              + " tables in CSV or Parquet; or the URL of a PostgreSQL database, such as"
              + " postgresql://user@host/database. - is standard input, and the default.")
  private String input;

  @Option(
      names = "--input-rejected",
      description =
          "INPUT is a file that --rejected wrote: its records are decided again, as they were or as"
              + " they were mended.")
  private boolean rejected;

  @Option(
      names = "--table",
      paramLabel = "NAME=PLACE",
      description =
          "Where one of the tables candidates, attempts, appointments, certifications and vouchers"
              + " is, if not under that name in INPUT: a file, or a folder of files, seen from"
              + " INPUT; or a table or view of the database. Can be given several times.")
  private List<String> tables = List.of();

  /**
   * Opens what the user named.
   *
   * @param warnings receives what is odd about it
   */
  RecordSource open(Consumer<String> warnings) throws IOException {
    if (rejected && !tables.isEmpty()) {
      throw new UserException(
          "--table does not go with --input-rejected, which reads one file\n  help: leave one out");
    }
    return rejected ? Sources.rejected(input) : Sources.open(input, tables, warnings);
  }
}
