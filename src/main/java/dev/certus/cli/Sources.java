package dev.certus.cli;

import dev.certus.batch.RejectedSource;
import dev.certus.batch.Source;
import dev.certus.table.FileTables;
import dev.certus.table.PostgresConnection;
import dev.certus.table.PostgresTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Opens sources of records by what a user, or the manifest of an earlier run, says of them. */
final class Sources {

  private Sources() {}

  /**
   * Opens a source.
   *
   * @param input {@code -} for standard input, a file in JSON Lines, a folder of tables, or the URL
   *     of a PostgreSQL database
   * @param rejected whether it holds records that an earlier run set aside
   * @param tables {@code NAME=PLACE} for each table that is not where it is by default; with any,
   *     {@code -} stands for the working folder
   * @param warnings is told what is odd about it
   * @throws IOException where it cannot be opened, with a message for the user
   */
  static Source open(String input, boolean rejected, List<String> tables, Consumer<String> warnings)
      throws IOException {
    boolean standard = input.equals(Input.STANDARD);
    if (rejected) {
      refuse(tables, "--input-rejected is for one file that --rejected wrote");
      return new RejectedSource(Input.open(input));
    }
    if (PostgresConnection.isUrl(input)) {
      return PostgresTables.open(input, tables, warnings);
    }
    if (standard && !tables.isEmpty()) {
      return FileTables.open(Path.of(""), tables, warnings);
    }
    if (!standard && Files.isDirectory(Path.of(input))) {
      return FileTables.open(Path.of(input), tables, warnings);
    }
    refuse(tables, input + " is no folder of tables and no database");
    if (input.matches(".*\\.(csv|csv\\.gz|csv\\.zst|parquet)")) {
      throw new UserException(
          "%s is one table of several%n  help: name the folder that holds them, or each one by --table, such as --table candidates=%s"
              .formatted(input, input));
    }
    return Input.open(input);
  }

  private static void refuse(List<String> tables, String why) {
    if (!tables.isEmpty()) {
      throw new UserException(
          "--table does not go with this INPUT: %s%n  help: name a folder or a PostgreSQL URL as INPUT, or none"
              .formatted(why));
    }
  }
}
