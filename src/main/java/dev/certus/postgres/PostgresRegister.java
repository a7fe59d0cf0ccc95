package dev.certus.postgres;

import dev.certus.file.SpillFolder;
import dev.certus.register.RegisterDatabase;
import dev.certus.register.RegisterTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** A register in the current schema of a PostgreSQL database. */
public final class PostgresRegister implements RegisterDatabase {

  private static final String[] INDEXES = {
    "CREATE UNIQUE INDEX IF NOT EXISTS register_runs_run ON register_runs (run)",
    "CREATE UNIQUE INDEX IF NOT EXISTS register_entries_entry ON register_entries (entry)",
    "CREATE INDEX IF NOT EXISTS register_entries_candidate ON register_entries (candidate_id)",
    "CREATE INDEX IF NOT EXISTS register_current_candidate ON register_current (candidate_id)"
  };

  private final PostgresConnection database;
  private PostgresSession session; // holds the lock of a run
  private SpillFolder spill;

  /** A register in a database; nothing is connected yet. */
  public PostgresRegister(PostgresConnection database) {
    this.database = database;
  }

  @Override
  public String name() {
    return database.name();
  }

  @Override
  public String longText() {
    return "text";
  }

  @Override
  public void lock() throws IOException {
    session = PostgresSession.open(database);
    TableGuard.lock(session, "register_runs", "the register");
    session.commit();
  }

  @Override
  public Path spool() throws IOException {
    spill = SpillFolder.create();
    return spill.path().resolve("rows.csv");
  }

  @Override
  public <T> T read(Work<T> work) throws IOException {
    return in("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY", work);
  }

  @Override
  public void append(Path rows, Work<Void> work) throws IOException {
    in(
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
        connection -> {
          execute(
              connection,
              "CREATE TEMP TABLE %s (%s) ON COMMIT DROP"
                  .formatted(
                      RegisterTables.SPOOLED,
                      RegisterTables.SPOOL_COLUMNS.entrySet().stream()
                          .map(column -> column.getKey() + " " + column.getValue())
                          .collect(Collectors.joining(", "))));
          copy(connection, rows);
          work.with(connection);
          execute(connection, INDEXES);
          connection.commit();
          return null;
        });
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void copy(Connection connection, Path rows) throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(rows)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY %s FROM STDIN (FORMAT csv, ENCODING 'UTF8')".formatted(RegisterTables.SPOOLED),
              in);
    }
  }

  /** Does something in a transaction of its own, which ends here. */
  private <T> T in(String begin, Work<T> work) throws IOException {
    try (Connection connection = database.open()) {
      connection.commit(); // what the session was set to
      execute(connection, begin);
      T result = work.with(connection);
      connection.rollback();
      return result;
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (spill != null) {
      spill.close();
    }
    if (session != null) {
      session.close();
    }
  }
}
