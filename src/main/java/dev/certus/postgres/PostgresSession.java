package dev.certus.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection to PostgreSQL whose failures have messages for the user. */
final class PostgresSession implements Closeable {

  private final PostgresConnection database;
  private final Connection connection;

  private PostgresSession(PostgresConnection database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  static PostgresSession open(PostgresConnection database) throws IOException {
    PostgresSession session = new PostgresSession(database, database.open());
    session.commit(); // what the session was set to
    session.endWithItsClient();
    return session;
  }

  /**
   * Has the server, if it can, notice soon where the program was killed during a long statement.
   */
  private void endWithItsClient() throws IOException {
    try {
      query("SELECT set_config('client_connection_check_interval', '1s', false)");
      commit();
    } catch (IOException e) {
      run(
          connection -> {
            connection.rollback();
            return null;
          });
    }
  }

  /** Whether a failure has such an SQL state. */
  static boolean isState(IOException e, String state) {
    return e.getCause() instanceof SQLException cause && state.equals(cause.getSQLState());
  }

  /** What is done with a connection. */
  interface Work<T> {

    T with(Connection connection) throws SQLException;
  }

  /** Does something; a failure has a message for the user. */
  <T> T run(Work<T> work) throws IOException {
    try {
      return work.with(connection);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** Runs a statement that gives nothing. */
  void execute(String sql) throws IOException {
    run(
        to -> {
          try (Statement statement = to.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  /** The rows that a query gives, which are few; each a list of texts. */
  List<List<String>> query(String sql, String... parameters) throws IOException {
    return run(
        to -> {
          try (PreparedStatement statement = to.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
              List<List<String>> all = new ArrayList<>();
              while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                  row.add(rows.getString(i));
                }
                all.add(row);
              }
              return all;
            }
          }
        });
  }

  void commit() throws IOException {
    run(
        to -> {
          to.commit();
          return null;
        });
  }

  @Override
  public void close() throws IOException {
    run(
        to -> {
          to.close();
          return null;
        });
  }
}
