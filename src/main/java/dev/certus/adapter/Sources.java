package dev.certus.adapter;

import dev.certus.duckdb.FileTables;
import dev.certus.jsonl.LineSource;
import dev.certus.jsonl.RejectedSource;
import dev.certus.postgres.PostgresConnection;
import dev.certus.postgres.PostgresTables;
import dev.certus.record.RecordShape;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Opens sources of records by what a user, or the manifest of an earlier run, says of them. */
public final class Sources {

  /** Names standard input. */
  public static final String STANDARD = "-";

  private Sources() {}

  /**
   * Opens a source; nothing is said of what is odd about it.
   *
   * @param input as for {@link #open(RecordShape, String, List, Consumer)}
   */
  public static RecordSource open(RecordShape shape, String input) throws IOException {
    return open(shape, input, List.of(), warning -> {});
  }

  /**
   * Opens a source.
   *
   * @param shape the lists and fields that records can have, by which tables are found
   * @param input {@code -} for standard input, a file in JSON Lines, a folder of tables, or the URL
   *     of a PostgreSQL database
   * @param tables {@code NAME=PLACE} for each table that is not where it is by default; with any,
   *     {@code -} stands for the working folder
   * @param warnings receives what is odd about it
   * @throws IOException where it cannot be opened, with a message for the user
   */
  public static RecordSource open(
      RecordShape shape, String input, List<String> tables, Consumer<String> warnings)
      throws IOException {
    boolean standard = input.equals(STANDARD);
    if (PostgresConnection.isUrl(input)) {
      return PostgresTables.open(shape, input, tables, warnings);
    }
    if (standard && !tables.isEmpty()) {
      return FileTables.open(shape, Path.of("."), tables, warnings);
    }
    if (!standard && Files.isDirectory(Path.of(input))) {
      return FileTables.open(shape, Path.of(input), tables, warnings);
    }
    if (!tables.isEmpty()) {
      throw new IOException(
          input
              + " has no tables\n  help: name a folder of tables or a PostgreSQL URL as the input");
    }
    if (input.matches(".*\\.(csv|csv\\.gz|csv\\.zst|parquet)")) {
      throw new IOException(
          "%s is one table of several%n  help: name the folder that holds them, or the place of each table, such as candidates=%s"
              .formatted(input, input));
    }
    return lines(input);
  }

  /**
   * Opens the file of rejected records of an earlier run.
   *
   * @param input the file, or {@code -} for standard input
   * @throws IOException where it cannot be opened, with a message for the user
   */
  public static RecordSource rejected(String input) throws IOException {
    return new RejectedSource(lines(input));
  }

  private static RecordSource lines(String input) throws IOException {
    return input.equals(STANDARD)
        ? LineSource.of(System.in, "standard input")
        : LineSource.of(Path.of(input));
  }
}
