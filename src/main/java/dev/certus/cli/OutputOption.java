package dev.certus.cli;

import dev.certus.batch.FileSink;
import dev.certus.batch.Sink;
import dev.certus.output.OutputFormat;
import dev.certus.table.ParquetSink;
import dev.certus.table.PostgresConnection;
import dev.certus.table.PostgresSink;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where decisions go, in which form, and whether a run can be gone on with. */
final class OutputOption {

  @Option(
      names = "--output",
      paramLabel = "PLACE",
      defaultValue = Output.STANDARD,
      description =
          "Where the decisions go: a file, which appears only when it is complete, compressed if its"
              + " name ends in .gz or .zst; a PostgreSQL database, by its URL; - is standard output,"
              + " and the default.")
  private String output;

  @Option(
      names = "--output-table",
      paramLabel = "NAME",
      defaultValue = "decisions",
      description =
          "The table of the database, with its schema if need be; it is made if it is missing, and"
              + " its content is replaced when all is decided. Default: ${DEFAULT-VALUE}.")
  private String table;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "jsonl, csv, parquet, or table for reading in a terminal. Default: what the end of the"
              + " output's name says, else jsonl.")
  private OutputFormat format;

  @Option(
      names = "--checkpoint",
      description =
          "Keep track, beside the output, of how far the run has come; if it is cut off, the same"
              + " command goes on from there.")
  private boolean checkpoint;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      defaultValue = "20000",
      description = "After how many records, at least. Default: ${DEFAULT-VALUE}.")
  private int checkpointEvery;

  /** Opens what the user named. */
  Sink open() throws IOException {
    if (checkpointEvery < 1) {
      throw new UserException("--checkpoint-every is 1 or more, not " + checkpointEvery);
    }
    if (isDatabase() != (format() == OutputFormat.POSTGRESQL)) {
      throw new UserException(
          "--format %s does not go with --output %s%n  help: a database takes no --format, and only the URL of one makes rows in it"
              .formatted(format.written(), isDatabase() ? "postgresql:…" : output));
    }
    if (isDatabase()) {
      return PostgresSink.open(PostgresConnection.of(output), table, checkpoint);
    }
    if (isStandard()) {
      return standard();
    }
    return format() == OutputFormat.PARQUET
        ? ParquetSink.open(Path.of(output), checkpoint)
        : FileSink.open(Path.of(output), checkpoint);
  }

  private Sink standard() {
    if (checkpoint || format() == OutputFormat.PARQUET) {
      throw new UserException(
          "%s needs an output that is no stream%n  help: name a file with --output"
              .formatted(checkpoint ? "--checkpoint" : "--format parquet"));
    }
    return Output.standard();
  }

  private boolean isDatabase() {
    return PostgresConnection.isUrl(output);
  }

  boolean isStandard() {
    return output.equals(Output.STANDARD);
  }

  /** The form of the decisions. */
  OutputFormat format() {
    if (format != null) {
      return format;
    }
    return isDatabase() ? OutputFormat.POSTGRESQL : OutputFormat.ofName(output);
  }

  boolean keepsCheckpoints() {
    return checkpoint;
  }

  int checkpointEvery() {
    return checkpointEvery;
  }

  /** The file that decisions go to; null where they go elsewhere. */
  Path file() {
    return isStandard() || isDatabase() ? null : Path.of(output);
  }

  /** The table, where the output is a database; else null. */
  String table() {
    return isDatabase() ? table : null;
  }

  /**
   * Where the manifest stands by default: beside the output, or in the working folder where that is
   * a table; null where the output is standard output.
   */
  Path manifest() {
    return isStandard() ? null : Path.of((isDatabase() ? table : output) + ".manifest.json");
  }
}
