package dev.certus.adapter;

import dev.certus.duckdb.ParquetSink;
import dev.certus.jsonl.FileSink;
import dev.certus.output.OutputFormat;
import dev.certus.postgres.PostgresConnection;
import dev.certus.postgres.PostgresSink;
import dev.certus.run.DecisionSink;
import java.io.IOException;
import java.nio.file.Path;

/** Opens sinks for decisions by the path of a file or the URL of a database. */
public final class Sinks {

  private Sinks() {}

  /** Whether an output is a database, by its URL. */
  public static boolean isDatabase(String output) {
    return PostgresConnection.isUrl(output);
  }

  /** The format that an output asks for by its URL or the end of its name. */
  public static OutputFormat format(String output) {
    return isDatabase(output) ? OutputFormat.POSTGRESQL : OutputFormat.ofName(output);
  }

  /**
   * Opens a file in the format that its name asks for, without checkpoints.
   *
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static DecisionSink open(String file) throws IOException {
    return file(file, format(file), false);
  }

  /**
   * Opens a file.
   *
   * @param checkpoints whether a run that is cut off can be resumed
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static DecisionSink file(String file, OutputFormat format, boolean checkpoints)
      throws IOException {
    return format == OutputFormat.PARQUET
        ? ParquetSink.open(Path.of(file), checkpoints)
        : FileSink.open(Path.of(file), format, checkpoints);
  }

  /**
   * Opens a table of a database.
   *
   * @param url the URL of a PostgreSQL database
   * @param table the table's name, after that of its schema and a dot if need be
   * @param checkpoints whether a run that is cut off can be resumed
   * @throws IOException where the database cannot be reached, another run is writing the table, or
   *     it is no table of decisions
   */
  public static DecisionSink table(String url, String table, boolean checkpoints)
      throws IOException {
    return PostgresSink.open(PostgresConnection.of(url), table, checkpoints);
  }
}
