package dev.certus.table;

import dev.certus.problem.DidYouMean;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code NAME=PLACE}, by which a user says where a table is. */
public final class NamedTables {

  private NamedTables() {}

  /**
   * The place of each table that was named.
   *
   * @throws IOException where one cannot be understood, with a message for its user
   */
  public static Map<RecordTable, String> of(List<String> named) throws IOException {
    Map<RecordTable, String> places = new EnumMap<>(RecordTable.class);
    for (String pair : named) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new IOException(
            "table place `%s`: expected NAME=PLACE%n  help: write it like attempts=results.csv"
                .formatted(pair));
      }
      RecordTable table = table(pair.substring(0, equals));
      if (places.put(table, pair.substring(equals + 1)) != null) {
        throw new IOException(
            "table `%s` has two places%n  help: name one; a folder may hold the table in several files"
                .formatted(table.written()));
      }
    }
    return places;
  }

  private static RecordTable table(String name) throws IOException {
    for (RecordTable table : RecordTable.values()) {
      if (table.written().equals(name)) {
        return table;
      }
    }
    List<String> names = Arrays.stream(RecordTable.values()).map(RecordTable::written).toList();
    throw new IOException(
        "unknown table `%s`%n  help: %s".formatted(name, DidYouMean.oneOf(name, names)));
  }
}
