package dev.certus.duckdb;

import dev.certus.file.OutputLock;
import dev.certus.file.PartFile;
import dev.certus.register.RegisterDatabase;
import dev.certus.register.RegisterTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * A register in a file of DuckDB. The file is open for as long as something is read or appended,
 * and no longer: a run decides while others read, and only its append waits for them.
 */
public final class DuckDbRegister implements RegisterDatabase {

  /** How long a reader waits for an append to end. */
  private static final Duration READER = Duration.ofMinutes(1);

  /** How long an append waits for readers to end. */
  private static final Duration WRITER = Duration.ofMinutes(10);

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Long enough for a record and its decisions. */
  private static final int LONGEST_ROW = 64 << 20;

  /** What a file of DuckDB has behind its first bytes. */
  private static final String MAGIC = "DUCK";

  private static final int MAGIC_AT = 8;

  private final Path file;
  private OutputLock lock; // held by a run
  private Path spool;

  /**
   * A register in a file; nothing is opened yet.
   *
   * @throws IOException where the machine has no library for it
   */
  public DuckDbRegister(Path file) throws IOException {
    DuckDb.requireLibrary();
    this.file = file;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public String longText() {
    return "text USING COMPRESSION zstd";
  }

  @Override
  public void lock() throws IOException {
    PartFile.check(file);
    lock = OutputLock.of(file);
    spool = file.resolveSibling(file.getFileName() + ".part");
  }

  @Override
  public Path spool() {
    return spool;
  }

  @Override
  public <T> T read(Work<T> work) throws IOException {
    return Files.exists(file) ? within("READ_ONLY", READER, work) : in(null, work);
  }

  @Override
  public void append(Path rows, Work<Void> work) throws IOException {
    within(
        "READ_WRITE",
        WRITER,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = true");
            statement.execute(spooled(rows));
          }
          connection.setAutoCommit(false);
          try {
            work.with(connection);
            connection.commit();
          } finally {
            connection.rollback();
          }
          return null;
        });
  }

  private static String spooled(Path rows) {
    String columns =
        RegisterTables.SPOOL_COLUMNS.entrySet().stream()
            .map(column -> "%s: '%s'".formatted(column.getKey(), column.getValue()))
            .collect(Collectors.joining(", "));
    return "CREATE TEMP VIEW %s AS SELECT * FROM read_csv(%s, header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', max_line_size = %d, buffer_size = %d, columns = {%s})"
        .formatted(
            RegisterTables.SPOOLED,
            DuckDb.literal(rows.toString()),
            LONGEST_ROW,
            LONGEST_ROW,
            columns);
  }

  /** Refuses a file that is something else: DuckDB would take it for that. */
  private void checkKind() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(MAGIC_AT + MAGIC.length());
      if (!new String(head, StandardCharsets.ISO_8859_1).endsWith(MAGIC)) {
        throw new IOException(
            "%s is no register%n  help: name a register, or a file that is not there yet"
                .formatted(file));
      }
    }
  }

  /** Opens the file, as soon as no other process has it in a way that keeps this one out. */
  private <T> T within(String mode, Duration patience, Work<T> work) throws IOException {
    checkKind();
    for (long waited = 0; ; waited += PAUSE.toMillis()) {
      try {
        return in(mode, work);
      } catch (BusyException e) {
        if (waited >= patience.toMillis()) {
          throw new IOException(
              "%s: another process has it open%n  help: wait for it; PostgreSQL takes readers and writers at once"
                  .formatted(file),
              e);
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Another process has the file open. */
  private static final class BusyException extends IOException {

    private static final long serialVersionUID = 1;

    BusyException(SQLException cause) {
      super(cause);
    }
  }

  /**
   * Does something with the file.
   *
   * @param mode how the file is opened, or null where there is none
   */
  private <T> T in(String mode, Work<T> work) throws IOException {
    try (DuckDb database = DuckDb.open()) {
      if (mode != null) {
        attach(database, mode);
      }
      return work.with(database.connection());
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void attach(DuckDb database, String mode) throws SQLException, BusyException {
    try {
      database.execute(
          "ATTACH %s AS register (%s)".formatted(DuckDb.literal(file.toString()), mode));
      database.execute("USE register");
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("lock on file")) {
        throw new BusyException(e);
      }
      throw e;
    }
  }

  private IOException failure(SQLException e) {
    return new IOException(
        "%s: %s%n  help: is the disk full, or the file damaged? Nothing was changed"
            .formatted(file, FileFailure.words(e)),
        e);
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      Files.deleteIfExists(spool);
      lock.close();
    }
  }
}
