package dev.certus.duckdb;

import dev.certus.record.RecordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table in files of one format.
 *
 * @param table which table
 * @param place the file, or the folder of files, as it was given
 * @param format the format
 * @param parts the files, by name
 */
record TableFile(RecordTable table, Path place, Format format, List<Path> parts) {

  /** How a file holds a table. */
  enum Format {
    CSV,
    PARQUET;

    /** The format by the end of a name; null where it has none. */
    static Format ofName(String name) {
      if (name.endsWith(".parquet")) {
        return PARQUET;
      }
      return ENDS.stream().anyMatch(name::endsWith) ? CSV : null;
    }

    /** How outputs write it. */
    String written() {
      return this == CSV ? "csv" : "parquet";
    }
  }

  /** The ends of names of files that hold a table in CSV. */
  private static final List<String> ENDS = List.of(".csv", ".csv.gz", ".csv.zst");

  /** The ends of names of files and folders that hold a table. */
  static Stream<String> ends() {
    return Stream.concat(ENDS.stream(), Stream.of(".parquet"));
  }

  /**
   * Looks what there is at a place.
   *
   * @throws IOException where there is no table, with a message for its user
   */
  static TableFile of(RecordTable table, Path place) throws IOException {
    if (Files.notExists(place)) {
      throw new NoSuchFileException(place.toString());
    }
    List<Path> parts = Files.isDirectory(place) ? parts(place) : List.of(place);
    List<Format> formats =
        parts.stream().map(part -> Format.ofName(part.toString())).distinct().toList();
    if (formats.size() != 1 || formats.get(0) == null) {
      throw new IOException(
          "%s holds no table: %s%n  help: expected a file, or a folder of files of one kind, named %s"
              .formatted(
                  place,
                  parts.isEmpty()
                      ? "it is empty"
                      : formats.size() > 1
                          ? "its files are of several kinds"
                          : "its name has no known ending",
                  ends().map(end -> "*" + end).collect(Collectors.joining(", "))));
    }
    return new TableFile(table, place, formats.get(0), parts);
  }

  /** The files of a folder but those that are about the others, such as {@code _SUCCESS}. */
  private static List<Path> parts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().matches("[._].*"))
          .sorted()
          .toList();
    }
  }
}
