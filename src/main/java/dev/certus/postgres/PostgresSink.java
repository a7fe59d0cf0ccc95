package dev.certus.postgres;

import dev.certus.file.Extent;
import dev.certus.file.FileHash;
import dev.certus.output.OutputFormat;
import dev.certus.run.Checkpoint;
import dev.certus.run.CheckpointJson;
import dev.certus.run.Checkpoints;
import dev.certus.run.DecisionSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes decisions to a table of a PostgreSQL database. They are kept in a table beside it, with
 * the checkpoint, until all are there; then they replace what an earlier run left in the table, in
 * one transaction.
 */
public final class PostgresSink implements DecisionSink, Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresSink.class);

  private final PostgresConnection database;
  private final DecisionTable table;
  private final boolean keepsCheckpoints;
  private final PostgresSession session;
  private final TableGuard guard;
  private CopyIn copy; // open while rows are written since the last commit
  private long rows; // that were written so far
  private boolean done;

  private PostgresSink(
      PostgresConnection database,
      DecisionTable table,
      boolean keepsCheckpoints,
      PostgresSession session) {
    this.database = database;
    this.table = table;
    this.keepsCheckpoints = keepsCheckpoints;
    this.session = session;
    this.guard = new TableGuard(session, table);
  }

  /**
   * Opens a table for a run.
   *
   * @param table its name, after that of its schema and a dot if need be
   * @param keepsCheckpoints whether a run that is cut off can be resumed
   * @throws IOException where the database cannot be reached, another run is writing the table, or
   *     it is no table of decisions
   */
  public static PostgresSink open(
      PostgresConnection database, String table, boolean keepsCheckpoints) throws IOException {
    DecisionTable named = DecisionTable.of(table);
    PostgresSession session = PostgresSession.open(database);
    PostgresSink sink = new PostgresSink(database, named, keepsCheckpoints, session);
    try {
      sink.guard.lock();
      sink.guard.check();
      session.commit();
      if (!keepsCheckpoints) {
        sink.begin();
      }
      return sink;
    } catch (IOException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public OutputFormat format() {
    return OutputFormat.POSTGRESQL;
  }

  @Override
  public String table() {
    return table.name();
  }

  @Override
  public Optional<Checkpoints> checkpoints() {
    return keepsCheckpoints ? Optional.of(this) : Optional.empty();
  }

  @Override
  public Checkpoint resume() throws IOException {
    boolean begun = guard.isThere(table.part()) && guard.isThere(table.checkpoint());
    List<List<String>> kept =
        begun ? session.query("SELECT json FROM " + table.checkpoint()) : List.of();
    if (kept.isEmpty()) {
      if (begun) {
        LOG.warn("{} is empty, as after a crash of the server; the run starts over", table.part());
      }
      begin();
      return null;
    }
    String next =
        session.query("SELECT coalesce(max(position), 0) + 1 FROM " + table.part()).get(0).get(0);
    session.execute(
        "ALTER TABLE %s ALTER COLUMN position RESTART WITH %s".formatted(table.part(), next));
    session.commit();
    byte[] json = kept.get(0).get(0).getBytes(StandardCharsets.UTF_8);
    Checkpoint last = CheckpointJson.read(json, "the table " + table.checkpoint());
    rows = Long.parseLong(session.query("SELECT count(*) FROM " + table.part()).get(0).get(0));
    if (rows != last.output().bytes()) {
      throw new IOException(
          "the table %s has %,d rows, but its checkpoint says %,d%n  help: run it once without checkpoints, to start over"
              .formatted(table.part(), rows, last.output().bytes()));
    }
    return last;
  }

  private void begin() throws IOException {
    drop();
    session.execute(table.createPart());
    session.execute("CREATE UNLOGGED TABLE %s (json text)".formatted(table.checkpoint()));
    guard.mark(table.part());
    guard.mark(table.checkpoint());
    session.commit();
  }

  private void drop() throws IOException {
    guard.drop(table.part());
    guard.drop(table.checkpoint());
  }

  @Override
  public void write(byte[] decisions) throws IOException {
    session.run(
        connection -> {
          if (copy == null) {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy());
          }
          copy.writeToCopy(decisions, 0, decisions.length);
          return null;
        });
    for (byte b : decisions) {
      rows += b == '\n' ? 1 : 0;
    }
  }

  @Override
  public void commit(Checkpoint checkpoint) throws IOException {
    endCopy();
    session.execute("DELETE FROM " + table.checkpoint());
    session.query(
        "INSERT INTO %s VALUES (?) RETURNING 1".formatted(table.checkpoint()),
        new String(CheckpointJson.write(checkpoint.withOutput(kept())), StandardCharsets.UTF_8));
    session.commit();
    LOG.debug("{} records are committed", checkpoint.records());
  }

  private Extent kept() {
    return new Extent(rows, Extent.NONE.sha256());
  }

  private void endCopy() throws IOException {
    if (copy != null) {
      session.run(connection -> copy.endCopy());
      copy = null;
    }
  }

  @Override
  public FileHash hash() throws IOException {
    endCopy();
    return StoredTable.hash(session, database.name(), "(" + table.rows() + ")");
  }

  @Override
  public void complete() throws IOException {
    endCopy();
    session.execute(table.create());
    session.execute("DELETE FROM " + table.table());
    session.execute(table.insert());
    drop();
    session.commit();
    done = true;
  }

  @Override
  public void close() throws IOException {
    try {
      session.run(
          connection -> {
            if (copy != null && copy.isActive()) {
              copy.cancelCopy();
            }
            connection.rollback();
            return null;
          });
      if (!done && !keepsCheckpoints) {
        drop();
        session.commit();
      }
    } catch (IOException e) {
      LOG.debug("cannot clean up: {}", e.getMessage());
    } finally {
      session.close();
    }
  }
}
