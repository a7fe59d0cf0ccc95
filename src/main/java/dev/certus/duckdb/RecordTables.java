package dev.certus.duckdb;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.certus.file.PartFile;
import dev.certus.file.SpillFolder;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordShape;
import dev.certus.record.RecordTable;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Writes records as tables, one file each, in CSV or Parquet. */
public final class RecordTables implements Closeable {

  private final Path folder;
  private final SpillFolder aside; // where CSV files wait to become Parquet; null for CSV
  private final Map<RecordTable, PartFile> files = new LinkedHashMap<>();
  private final Map<RecordTable, CsvWriter> writers = new LinkedHashMap<>();

  private RecordTables(Path folder, SpillFolder aside) {
    this.folder = folder;
    this.aside = aside;
  }

  /**
   * Tables in a folder, which is created if there is none.
   *
   * @param shape the lists and fields of the records
   * @param parquet whether they are in Parquet, else in CSV
   */
  public static RecordTables create(RecordShape shape, Path folder, boolean parquet)
      throws IOException {
    Files.createDirectories(folder);
    RecordTables tables = new RecordTables(folder, parquet ? SpillFolder.create() : null);
    for (RecordTable table : RecordTable.of(shape)) {
      PartFile file = PartFile.create(tables.csv(table));
      tables.files.put(table, file);
      CsvWriter writer =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(
                  new BufferedWriter(
                      new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8)));
      writer.writeRecord(names(table));
      tables.writers.put(table, writer);
    }
    return tables;
  }

  private Path csv(RecordTable table) {
    return (aside == null ? folder : aside.path()).resolve(table.name() + ".csv");
  }

  private static List<String> names(RecordTable table) {
    return Stream.concat(
            Stream.of(RecordTable.CANDIDATE_ID),
            table.columns().stream().map(RecordTable.Column::name))
        .toList();
  }

  /** Adds a record. */
  public void write(CandidateRecord record) {
    JsonNode json = RecordJson.node(record);
    for (RecordTable table : files.keySet()) {
      if (table.isCandidates()) {
        write(table, record.candidateId(), json);
      } else {
        json.path(table.list()).forEach(item -> write(table, record.candidateId(), item));
      }
    }
  }

  private void write(RecordTable table, String candidateId, JsonNode item) {
    List<String> cells = new ArrayList<>();
    cells.add(candidateId);
    for (RecordTable.Column column : table.columns()) {
      cells.add(item.at("/" + column.field()).asString(""));
    }
    writers.get(table).writeRecord(cells);
  }

  /** Makes the tables appear. */
  public void complete() throws IOException {
    for (RecordTable table : files.keySet()) {
      writers.get(table).close();
      files.get(table).complete();
    }
    if (aside != null) {
      toParquet();
    }
  }

  private void toParquet() throws IOException {
    try (DuckDb database = DuckDb.open()) {
      database.execute("SET preserve_insertion_order = true"); // the same records, the same bytes
      for (RecordTable table : files.keySet()) {
        Path file = folder.resolve(table.name() + ".parquet");
        Path part = file.resolveSibling(file.getFileName() + ".part");
        database.execute(
            "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                .formatted(typed(table), DuckDb.literal(part.toAbsolutePath().toString())));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (SQLException e) {
      throw FileFailure.of(folder.toString(), e);
    }
  }

  /** Selects a table from its CSV file, its cells as what they are. */
  private String typed(RecordTable table) {
    List<String> columns = new ArrayList<>();
    List<String> names = names(table);
    for (int i = 0; i < names.size(); i++) {
      String type = i == 0 ? "VARCHAR" : type(table.columns().get(i - 1).type());
      columns.add("CAST(%s AS %s) AS %s".formatted(CsvFiles.name(i), type, names.get(i)));
    }
    return "SELECT %s FROM %s"
        .formatted(String.join(", ", columns), CsvFiles.rows(List.of(csv(table)), names.size()));
  }

  private static String type(RecordTable.Type type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case NUMBER -> "INTEGER";
      case DECIMAL -> "DECIMAL(18, 6)";
      case FLAG -> "BOOLEAN";
      case DATE -> "DATE";
      case INSTANT -> "TIMESTAMP WITH TIME ZONE";
    };
  }

  /** Removes what was written of tables that were not completed. */
  @Override
  public void close() throws IOException {
    for (PartFile file : files.values()) {
      file.close();
    }
    if (aside != null) {
      aside.close();
    }
  }
}
