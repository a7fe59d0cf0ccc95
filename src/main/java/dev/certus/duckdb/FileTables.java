package dev.certus.duckdb;

import dev.certus.file.Compression;
import dev.certus.file.FileHash;
import dev.certus.record.RecordShape;
import dev.certus.record.RecordTable;
import dev.certus.run.RecordSource;
import dev.certus.table.JdbcRows;
import dev.certus.table.NamedTables;
import dev.certus.table.Relation;
import dev.certus.table.Rows;
import dev.certus.table.Selection;
import dev.certus.table.SqlName;
import dev.certus.table.TableSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Records in tables that stand in CSV or Parquet files. */
public final class FileTables implements TableSource.Holder {

  private static final String LOCAL_TIMES =
      "write `%s` as instants, adjusted to UTC, or as text with an offset; Spark does so with"
          + " spark.sql.parquet.outputTimestampType=TIMESTAMP_MICROS";

  private final DuckDb database;
  private final List<FileHash> files = new ArrayList<>();
  private final Consumer<String> warnings;

  private FileTables(DuckDb database, Consumer<String> warnings) {
    this.database = database;
    this.warnings = warnings;
  }

  /**
   * Opens the tables of a folder.
   *
   * @param shape the lists and fields that records can have
   * @param folder the folder, as messages name it
   * @param named {@code NAME=PLACE} for each table that is elsewhere, seen from the folder
   * @param warnings receives warnings of columns that are ignored and of tables with nearly the
   *     right name
   * @throws IOException where they cannot be read, with a message for their user
   */
  public static RecordSource open(
      RecordShape shape, Path folder, List<String> named, Consumer<String> warnings)
      throws IOException {
    List<RecordTable> known = RecordTable.of(shape);
    List<TableFile> tables =
        new TableFolder(folder, known, warnings).tables(NamedTables.of(named, known));
    try {
      return new FileTables(DuckDb.open(), warnings).source(folder.toString(), named, tables);
    } catch (SQLException e) {
      throw FileFailure.of(folder.toString(), e);
    }
  }

  private RecordSource source(String name, List<String> named, List<TableFile> tables)
      throws IOException {
    try {
      List<Selection> selections = new ArrayList<>();
      for (TableFile table : tables) {
        selections.add(selection(table));
      }
      long candidates = count(tables.get(0), selections.get(0));
      List<Rows> rows = new ArrayList<>();
      for (int i = 0; i < tables.size(); i++) {
        rows.add(rows(tables.get(i), selections.get(i)));
      }
      String kind = tables.get(0).format().written();
      return new TableSource(new TableSource.Origin(name, kind, named, candidates), this, rows);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private Selection selection(TableFile table) throws IOException {
    for (Path part : table.parts()) {
      files.add(whole(part));
    }
    return Selection.of(relation(table), "", LOCAL_TIMES, warnings);
  }

  /** A file's hash; what compresses it is checked to be whole. */
  private static FileHash whole(Path file) throws IOException {
    if (Compression.ofName(file.toString()) != Compression.NONE) {
      try (InputStream in = Compression.decompressed(Files.newInputStream(file), file.toString())) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return FileHash.of(file);
  }

  private Relation relation(TableFile table) throws IOException {
    List<Relation.Column> columns = new ArrayList<>();
    String from;
    if (table.format() == TableFile.Format.CSV) {
      for (String name : CsvFiles.columns(table.parts())) {
        columns.add(new Relation.Column(name, CsvFiles.name(columns.size()), "VARCHAR"));
      }
      from = CsvFiles.rows(table.parts(), columns.size());
    } else {
      from =
          "read_parquet(%s, union_by_name = true, hive_partitioning = false)"
              .formatted(DuckDb.literals(table.parts()));
      columns.addAll(columns(table, from));
    }
    return new Relation(table.table(), table.place().toString(), from, columns);
  }

  private List<Relation.Column> columns(TableFile table, String from) throws IOException {
    List<Relation.Column> columns = new ArrayList<>();
    try (ResultSet none = database.query("SELECT * FROM " + from + " LIMIT 0")) {
      ResultSetMetaData described = none.getMetaData();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        String name = described.getColumnName(i);
        columns.add(
            new Relation.Column(name, SqlName.quoted(name), described.getColumnTypeName(i)));
      }
      return columns;
    } catch (SQLException e) {
      throw FileFailure.of(table.place().toString(), e);
    }
  }

  private long count(TableFile table, Selection selection) throws IOException {
    try (ResultSet count = database.query("SELECT count(*) FROM " + selection.from())) {
      count.next();
      return count.getLong(1);
    } catch (SQLException e) {
      throw failure(table, selection, e);
    }
  }

  private Rows rows(TableFile table, Selection selection) throws IOException {
    try {
      return new JdbcRows(
          selection, database.query(selection.sorted()), e -> failure(table, selection, e));
    } catch (SQLException e) {
      throw failure(table, selection, e);
    }
  }

  /** Reads the table again without streaming, which hides what is wrong. */
  private IOException failure(TableFile table, Selection selection, SQLException e) {
    SQLException cause = e;
    try {
      database.execute("CREATE TEMP TABLE checked AS " + selection.checked());
    } catch (SQLException clearer) {
      cause = clearer;
    }
    return FileFailure.of(table.place().toString(), cause);
  }

  @Override
  public List<FileHash> files() {
    return List.copyOf(files);
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
