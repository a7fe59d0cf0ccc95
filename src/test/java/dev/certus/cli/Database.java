package dev.certus.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A real PostgreSQL server for the tests of a class. */
final class Database implements AutoCloseable {

  private EmbeddedPostgres server;

  private Database(EmbeddedPostgres server) {
    this.server = server;
  }

  static Database start() throws IOException {
    return new Database(EmbeddedPostgres.start());
  }

  /** A server that keeps its files in a folder, so that it can crash and come back. */
  static Database startIn(Path data) throws IOException {
    return new Database(in(data).start());
  }

  private static EmbeddedPostgres.Builder in(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_commit", "on"); // as it is by default
  }

  /** Cuts all connections but the one that asks for it. */
  void cutConnections() {
    query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
  }

  /** Stops the server at once, without a word to those who are connected, as a crash does. */
  void crash(Path data) throws IOException, InterruptedException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
    postmaster.onExit().join();
  }

  /** Starts a server that crashed, at the same port. */
  void restart(Path data) throws IOException {
    int port = server.getPort();
    server.close();
    server = in(data).setPort(port).start();
  }

  /** The database's URL as a user writes it. */
  String url() {
    return "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
  }

  /** What a statement gives, each row a list of texts; none where it gives nothing. */
  List<List<String>> query(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      List<List<String>> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        ResultSet result = statement.getResultSet();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one value that a query gives. */
  String value(String sql) {
    return query(sql).get(0).get(0);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
