package dev.certus.postgres;

import dev.certus.record.RecordShape;
import dev.certus.record.RecordTable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** A PostgreSQL of its own for the tests of a class. */
public final class TestPostgres implements AutoCloseable {

  private final EmbeddedPostgres server;

  /** Starts one. */
  public TestPostgres() throws IOException {
    server = EmbeddedPostgres.start();
  }

  /** The URL of its database. */
  public String url() {
    return "postgresql://postgres@localhost:%d/postgres".formatted(server.getPort());
  }

  /** A connection for the test itself. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:" + url().replace("postgres@", ""), "postgres", "");
  }

  /** Runs statements. */
  public void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Fills the tables of the standard record from a folder of CSV files. */
  public void load(Path folder) throws SQLException, IOException {
    load(RecordShape.standard(), folder);
  }

  /** Fills the tables of a record from a folder of CSV files. */
  public void load(RecordShape shape, Path folder) throws SQLException, IOException {
    for (RecordTable table : RecordTable.of(shape)) {
      String columns =
          table.columns().stream()
              .map(column -> column.name() + " " + type(column.type()))
              .collect(Collectors.joining(", "));
      run(
          "DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s (candidate_id text, %2$s)"
              .formatted(table.name(), columns));
      try (Connection connection = connect();
          Reader rows = Files.newBufferedReader(folder.resolve(table.name() + ".csv"))) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY %s FROM STDIN (FORMAT csv, HEADER)".formatted(table.name()), rows);
      }
    }
  }

  private static String type(RecordTable.Type type) {
    return switch (type) {
      case TEXT -> "varchar(80)";
      case NUMBER -> "smallint";
      case DECIMAL -> "numeric";
      case FLAG -> "boolean";
      case DATE -> "date";
      case INSTANT -> "timestamptz";
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
