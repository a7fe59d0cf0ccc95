package dev.certus.postgres;

import dev.certus.file.FileHash;
import dev.certus.problem.DidYouMean;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Records in the tables or views of a PostgreSQL database, all read as they are at one instant,
 * through cursors.
 */
public final class PostgresTables implements TableSource.Holder {

  /** How many rows of each table are fetched at a time. */
  private static final int FETCHED = 2000;

  private static final String LOCAL_TIMES =
      "say in which zone it is, in a view: %1$s AT TIME ZONE 'UTC' AS %1$s";

  private final PostgresConnection database;
  private final Connection connection;
  private final Consumer<String> warnings;

  private PostgresTables(
      PostgresConnection database, Connection connection, Consumer<String> warnings) {
    this.database = database;
    this.connection = connection;
    this.warnings = warnings;
  }

  /**
   * Opens the tables of a database.
   *
   * @param shape the lists and fields that records can have
   * @param url the database's URL
   * @param named {@code NAME=PLACE} for each table whose place has another name
   * @param warnings receives warnings of columns that are ignored and of tables that are missing
   * @throws IOException where they cannot be read, with a message for their user
   */
  public static RecordSource open(
      RecordShape shape, String url, List<String> named, Consumer<String> warnings)
      throws IOException {
    PostgresConnection database = PostgresConnection.of(url);
    List<RecordTable> known = RecordTable.of(shape);
    Map<RecordTable, String> places = NamedTables.of(named, known);
    PostgresTables tables = new PostgresTables(database, database.open(), warnings);
    try {
      return tables.source(known, named, places);
    } catch (SQLException e) {
      tables.close();
      throw database.failure(e);
    } catch (IOException e) {
      tables.close();
      throw e;
    }
  }

  private RecordSource source(
      List<RecordTable> known, List<String> named, Map<RecordTable, String> places)
      throws IOException, SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    List<Rows> rows = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    long candidates = 0;
    for (RecordTable table : known) {
      String place = places.getOrDefault(table, table.name());
      String name = TableName.quoted(place);
      if (!exists(name)) {
        if (table.isCandidates() || places.containsKey(table)) {
          throw new IOException(noTable(table, place));
        }
        missing.add(table.name());
        continue;
      }
      Selection selection =
          Selection.of(relation(table, place, name), " COLLATE \"C\"", LOCAL_TIMES, warnings);
      candidates = table.isCandidates() ? count(name) : candidates;
      rows.add(new JdbcRows(selection, cursor(selection.sorted()), database::failure));
    }
    for (String table : missing) {
      warnings.accept("%s has no table `%s`; there are none".formatted(database.name(), table));
    }
    return new TableSource(
        new TableSource.Origin(database.name(), "postgresql", named, candidates), this, rows);
  }

  private boolean exists(String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() && found.getBoolean(1);
      }
    }
  }

  private String noTable(RecordTable table, String place) throws SQLException {
    List<String> there = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet names =
            statement.executeQuery(
                """
                SELECT relname FROM pg_class
                WHERE relkind IN ('r', 'v', 'm', 'p', 'f') AND pg_table_is_visible(oid)
                  AND relnamespace NOT IN ('pg_catalog'::regnamespace)""")) {
      while (names.next()) {
        there.add(names.getString(1));
      }
    }
    return "%s has no table or view `%s`, or the user may not see it%n  help: %s"
        .formatted(
            database.name(),
            place,
            DidYouMean.nearest(place, there)
                .map(
                    near -> "is it `%2$s`? Name its place: %1$s=%2$s".formatted(table.name(), near))
                .orElse("name its place: " + table.name() + "=SCHEMA.NAME"));
  }

  private Relation relation(RecordTable table, String place, String name) throws SQLException {
    List<Relation.Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + name + " LIMIT 0")) {
      ResultSetMetaData described = none.getMetaData();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        String column = described.getColumnName(i);
        // The words of an enum are text to others.
        String type =
            described.getColumnType(i) == Types.VARCHAR ? "text" : described.getColumnTypeName(i);
        columns.add(new Relation.Column(column, SqlName.quoted(column), type));
      }
    }
    return new Relation(table, database.name() + " table " + place, name, columns);
  }

  private long count(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM " + name)) {
      count.next();
      return count.getLong(1);
    }
  }

  private ResultSet cursor(String sql) throws SQLException {
    Statement statement = connection.createStatement();
    statement.setFetchSize(FETCHED);
    return statement.executeQuery(sql);
  }

  @Override
  public List<FileHash> files() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }
}
