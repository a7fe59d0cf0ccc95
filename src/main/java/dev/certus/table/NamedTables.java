package dev.certus.table;

import dev.certus.problem.DidYouMean;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code NAME=PLACE}, by which a user says where a table is. */
public final class NamedTables {

  private NamedTables() {}

  /**
   * The place of each table that was named.
   *
   * @param tables the tables that there can be
   * @throws IOException where one cannot be understood, with a message for its user
   */
  public static Map<RecordTable, String> of(List<String> named, List<RecordTable> tables)
      throws IOException {
    Map<RecordTable, String> places = new HashMap<>();
    for (String pair : named) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new IOException(
            "table place `%s`: expected NAME=PLACE%n  help: write it like attempts=results.csv"
                .formatted(pair));
      }
      RecordTable table = table(pair.substring(0, equals), tables);
      if (places.put(table, pair.substring(equals + 1)) != null) {
        throw new IOException(
            "table `%s` has two places%n  help: name one; a folder may hold the table in several files"
                .formatted(table.name()));
      }
    }
    return places;
  }

  private static RecordTable table(String name, List<RecordTable> tables) throws IOException {
    for (RecordTable table : tables) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    List<String> names = tables.stream().map(RecordTable::name).toList();
    throw new IOException(
        "unknown table `%s`%n  help: %s".formatted(name, DidYouMean.oneOf(name, names)));
  }
}
