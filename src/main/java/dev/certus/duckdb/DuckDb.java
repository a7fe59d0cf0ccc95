package dev.certus.duckdb;

import dev.certus.file.MissingLibraryException;
import dev.certus.file.SpillFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * An embedded database that reads, sorts and writes files of tables. It keeps nothing; what does
 * not fit into its memory goes to a temporary folder.
 */
final class DuckDb implements Closeable {

  private static final int THREADS = 4;

  private static final String MEMORY = "1GB";

  /** What makes an answer the same on each machine, and keeps the machine's network out of it. */
  private static final List<String> SETTINGS =
      List.of(
          "SET TimeZone = 'UTC'",
          "SET autoinstall_known_extensions = false",
          "SET autoload_known_extensions = false",
          "SET preserve_insertion_order = false",
          "SET memory_limit = '" + MEMORY + "'",
          "SET threads = " + Math.min(THREADS, Runtime.getRuntime().availableProcessors()));

  private final SpillFolder spill;
  private final Deque<Connection> connections = new ArrayDeque<>(); // the first is the database's

  private DuckDb(SpillFolder spill) {
    this.spill = spill;
  }

  /**
   * Starts one.
   *
   * @throws MissingLibraryException where the machine has no library for it
   */
  static DuckDb open() throws IOException, SQLException {
    requireLibrary();
    DuckDb database = new DuckDb(SpillFolder.create());
    try {
      Properties properties = new Properties();
      properties.setProperty("jdbc_stream_results", "true");
      database.connections.add(connect(properties));
      deleteLoadedLibrary();
      for (String setting : SETTINGS) {
        database.execute(setting);
      }
      database.execute("SET temp_directory = " + literal(database.spill.path().toString()));
      return database;
    } catch (IOException | SQLException e) {
      database.close();
      throw e;
    }
  }

  private static Connection connect(Properties properties) throws IOException, SQLException {
    try {
      return DriverManager.getConnection("jdbc:duckdb:", properties);
    } catch (LinkageError e) {
      Throwable why = e;
      while (why.getCause() != null) {
        why = why.getCause();
      }
      throw new IOException(
          "cannot unpack the library of DuckDB into %s: %s%n  help: give it 80 MB: java -Djava.io.tmpdir=FOLDER -jar …"
              .formatted(System.getProperty("java.io.tmpdir"), why.getMessage()),
          e);
    }
  }

  /**
   * Fails early where the driver would fail late, and with a trace.
   *
   * @throws MissingLibraryException where the machine has no library for it
   */
  static void requireLibrary() throws MissingLibraryException {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String library =
        "/libduckdb_java.so_%s_%s"
            .formatted(
                os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macos" : os,
                Map.of("x86_64", "amd64", "aarch64", "arm64").getOrDefault(arch, arch));
    if (DuckDb.class.getResource(library) == null) {
      throw new MissingLibraryException("DuckDB, which reads CSV and Parquet and writes Parquet,");
    }
  }

  /**
   * The driver leaves its library behind if the process is killed; once loaded, Linux needs no
   * file.
   */
  private static void deleteLoadedLibrary() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (Files.exists(maps)) {
      try (Stream<String> lines = Files.lines(maps)) {
        Optional<String> library =
            lines.filter(line -> line.matches(".*/libduckdb_java\\d+\\.so")).findFirst();
        if (library.isPresent()) {
          Files.deleteIfExists(Path.of(library.get().replaceFirst("^[^/]*", "")));
        }
      }
    }
  }

  /** The connection that {@link #execute} uses. */
  Connection connection() {
    return connections.getFirst();
  }

  /** Runs a statement that gives nothing. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connections.getFirst().createStatement()) {
      statement.execute(sql);
    }
  }

  /** Streams what a query gives; it can be read beside others. */
  ResultSet query(String sql) throws SQLException {
    Connection connection = connections.getFirst().unwrap(DuckDBConnection.class).duplicate();
    connections.addLast(connection);
    Statement statement = connection.createStatement();
    statement.execute("SET TimeZone = 'UTC'");
    return statement.executeQuery(sql);
  }

  /** A text as SQL writes it. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Files as SQL lists them; no character in their names is special. */
  static String literals(List<Path> files) {
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      names.add(literal(file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]")));
    }
    return "[" + String.join(", ", names) + "]";
  }

  @Override
  public void close() throws IOException {
    try {
      while (!connections.isEmpty()) {
        connections.removeLast().close();
      }
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      spill.close();
    }
  }
}
