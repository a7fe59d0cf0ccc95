package dev.certus.duckdb;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.certus.file.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** CSV files that hold one table: their columns, which the first row names, and their rows. */
final class CsvFiles {

  private CsvFiles() {}

  /**
   * The columns that all files have, in their order.
   *
   * @throws IOException where a file has none, or others, with a message for its user
   */
  static List<String> columns(List<Path> files) throws IOException {
    List<String> columns = header(files.get(0));
    for (Path file : files) {
      if (!header(file).equals(columns)) {
        throw new IOException(
            "%s has other columns than %s%n  help: the files of one table have the same columns in the same order"
                .formatted(file, files.get(0)));
      }
    }
    return columns;
  }

  /**
   * What DuckDB selects their rows from: the columns are named by their places, see {@link #name}.
   */
  static String rows(List<Path> files, int columns) {
    return """
    read_csv(%s, columns = {%s}, auto_detect = false, header = true, delim = ',', quote = '"', \
    escape = '"', strict_mode = true, hive_partitioning = false)"""
        .formatted(
            DuckDb.literals(files),
            IntStream.range(0, columns)
                .mapToObj(place -> name(place) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ")));
  }

  /** How SQL names the column at a place, from 0. */
  static String name(int place) {
    return "c" + place;
  }

  private static List<String> header(Path file) throws IOException {
    // Bytes that are not UTF-8 are replaced here, and found by whoever reads the rows.
    try (InputStream in = Compression.decompressed(Files.newInputStream(file), file.toString());
        CsvReader<CsvRecord> reader =
            CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Iterator<CsvRecord> rows = reader.iterator();
      if (!rows.hasNext()) {
        throw new IOException(
            "%s is empty%n  help: its first row names the columns".formatted(file));
      }
      return checked(file, rows.next().getFields());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw new IOException(
          "%s: its first row is no CSV%n  help: it names the columns, with commas between them"
              .formatted(file),
          e);
    }
  }

  private static List<String> checked(Path file, List<String> names) throws IOException {
    List<String> columns =
        names.stream().map(name -> name.replaceFirst("^\uFEFF", "").strip()).toList();
    if (columns.stream().anyMatch(column -> column.matches(".*[\uFFFD\0].*"))) {
      throw new IOException("%s is no text in UTF-8%n  help: save it as UTF-8".formatted(file));
    }
    if (columns.size() == 1 && columns.get(0).matches(".*[;\\t|].*")) {
      throw new IOException(
          "%s: its columns are not parted by commas: %s%n  help: write it as CSV with commas"
              .formatted(file, columns.get(0)));
    }
    HashSet<String> once = new HashSet<>();
    for (String column : columns) {
      if (!once.add(column)) {
        throw new IOException(
            "%s has the column `%s` twice%n  help: remove one".formatted(file, column));
      }
    }
    return columns;
  }
}
