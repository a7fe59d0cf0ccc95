package dev.certus.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps a run from a table of decisions that it may not or cannot write. */
final class TableGuard {

  /** How long to wait for a run that has just been killed and whose session is yet to end. */
  private static final String PATIENCE = "5s";

  /** Tells the tables that certus may drop. */
  private static final String MARK = "rows of a run of certus that is not done";

  private final PostgresSession session;
  private final DecisionTable table;

  TableGuard(PostgresSession session, DecisionTable table) {
    this.session = session;
    this.table = table;
  }

  /** Keeps other runs from the table until the session ends. */
  void lock() throws IOException {
    lock(session, table.table(), "the table " + table.name());
  }

  /**
   * Keeps other runs from something until the session ends.
   *
   * @param lock the name of the lock
   * @param what how messages name what is locked
   */
  static void lock(PostgresSession session, String lock, String what) throws IOException {
    session.execute("SET lock_timeout = '" + PATIENCE + "'");
    try {
      session.query(
          "SELECT pg_advisory_lock(hashtextextended('certus ' || current_schema() || ' ' || ?, 0))",
          lock);
    } catch (IOException e) {
      if (!PostgresSession.isState(e, "55P03")) {
        throw e;
      }
      throw new IOException(
          "another run is writing %s%n  help: wait for it, or name another place".formatted(what),
          e);
    }
    session.execute("SET lock_timeout = 0");
  }

  /** Refuses a table that is there with other columns, or that may not be written. */
  void check() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    for (List<String> column :
        session.query(
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped"
                + " ORDER BY attnum",
            table.table())) {
      found.put(column.get(0), column.get(1));
    }
    List<String> others = found.isEmpty() ? List.of() : differences(found);
    if (!others.isEmpty()) {
      throw new IOException(
          "the table %s is no table of decisions: %s%n  help: name another table; it is made if it is missing"
              .formatted(table.name(), String.join("; ", others)));
    }
    if (!found.isEmpty() && !may("SELECT", "INSERT", "DELETE")) {
      throw new IOException(
          "the user may not write the table %s%n  help: let its owner GRANT SELECT, INSERT, DELETE ON %s to the user"
              .formatted(table.name(), table.table()));
    }
  }

  private static List<String> differences(Map<String, String> found) {
    List<String> others = new ArrayList<>();
    DecisionTable.types()
        .forEach(
            (column, type) -> {
              String there = found.get(column);
              if (there == null) {
                others.add("it has no column `%s`".formatted(column));
              } else if (!there.equals(type)) {
                others.add("`%s` is %s, not %s".formatted(column, there, type));
              }
            });
    for (String column : found.keySet()) {
      if (!DecisionTable.types().containsKey(column)) {
        others.add("it has a column `%s`".formatted(column));
      }
    }
    return others;
  }

  private boolean may(String... privileges) throws IOException {
    for (String privilege : privileges) {
      if (session
          .query("SELECT has_table_privilege(?, ?)", table.table(), privilege)
          .get(0)
          .get(0)
          .equals("f")) {
        return false;
      }
    }
    return true;
  }

  /** Marks a table as one that {@link #drop} may drop. */
  void mark(String marked) throws IOException {
    session.execute("COMMENT ON TABLE %s IS '%s'".formatted(marked, MARK));
  }

  /** Whether there is such a table that was marked. */
  boolean isThere(String marked) throws IOException {
    List<List<String>> comments =
        session.query(
            "SELECT obj_description(oid, 'pg_class') FROM pg_class WHERE oid = to_regclass(?)",
            marked);
    if (!comments.isEmpty() && !MARK.equals(comments.get(0).get(0))) {
      throw new IOException(
          "the table %s is in the way and was not made by certus%n  help: rename it, or name another table"
              .formatted(marked));
    }
    return !comments.isEmpty();
  }

  /** Drops a table that was marked, if it is there. */
  void drop(String marked) throws IOException {
    if (isThere(marked)) {
      session.execute("DROP TABLE " + marked);
    }
  }
}
