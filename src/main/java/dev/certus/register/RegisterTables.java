package dev.certus.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a register, in SQL that DuckDB and PostgreSQL share. {@code register_current} has a
 * row for each candidate that is not gone, for quick comparison; the others are only added to.
 */
public final class RegisterTables {

  /** The table or view in which an append finds its rows. */
  public static final String SPOOLED = "register_spooled";

  /** The columns of entries. */
  static final List<String> ENTRY =
      List.of(
          "entry",
          "run",
          "candidate_id",
          "cause",
          "state",
          "record_entry",
          "record_sha256",
          "record",
          "next_change_at",
          "answer",
          "content",
          "hash");

  private static final List<String> CURRENT =
      List.of(
          "candidate_id",
          "record_entry",
          "candidate_high",
          "candidate_low",
          "record_high",
          "record_low",
          "content_high",
          "content_low",
          "due");

  private static final List<String> LONG = List.of("record", "answer");

  private static final List<String> NUMBERS = List.of("entry", "run", "record_entry", "due");

  /** The columns of spooled rows, with their types, in their order. */
  public static final Map<String, String> SPOOL_COLUMNS = spoolColumns();

  private RegisterTables() {}

  private static Map<String, String> spoolColumns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : Stream.concat(ENTRY.stream(), CURRENT.stream()).toList()) {
      boolean number = NUMBERS.contains(name) || name.endsWith("_high") || name.endsWith("_low");
      columns.put(name, number ? "bigint" : "text");
    }
    return Collections.unmodifiableMap(columns);
  }

  private static String columns(List<String> names, String longText) {
    return names.stream()
        .map(name -> name + " " + (LONG.contains(name) ? longText : SPOOL_COLUMNS.get(name)))
        .collect(Collectors.joining(", "));
  }

  /**
   * Makes the tables that are missing.
   *
   * @param longText the type of long texts
   */
  static void create(Connection connection, String longText) throws SQLException {
    execute(
        connection,
        List.of(
            "CREATE TABLE IF NOT EXISTS register_runs (run bigint NOT NULL, as_of text NOT NULL,"
                + " pack_sha256 text NOT NULL, pack_name text NOT NULL, pack_version text NOT NULL,"
                + " program text NOT NULL, time_zones text NOT NULL, max_facts integer NOT NULL,"
                + " input text NOT NULL, records bigint NOT NULL, records_sha256 text NOT NULL,"
                + " decided bigint NOT NULL, rejected bigint NOT NULL, entries bigint NOT NULL,"
                + " entries_hash text NOT NULL, hash text NOT NULL)",
            "CREATE TABLE IF NOT EXISTS register_packs (sha256 text NOT NULL, file text NOT NULL,"
                + " content %s NOT NULL)".formatted(longText),
            "CREATE TABLE IF NOT EXISTS register_entries (%s)".formatted(columns(ENTRY, longText)),
            "CREATE TABLE IF NOT EXISTS register_current (%s)"
                .formatted(columns(CURRENT, longText))));
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Puts the spooled rows into their tables. */
  static void addSpooled(Connection connection) throws SQLException {
    execute(
        connection,
        List.of(
            "INSERT INTO register_entries (%s) SELECT %s FROM %s ORDER BY entry"
                .formatted(String.join(", ", ENTRY), String.join(", ", ENTRY), SPOOLED),
            "DELETE FROM register_current WHERE candidate_id IN (SELECT candidate_id FROM %s)"
                .formatted(SPOOLED),
            "INSERT INTO register_current (%s) SELECT %s FROM %s WHERE state <> 'gone'"
                .formatted(String.join(", ", CURRENT), String.join(", ", CURRENT), SPOOLED)));
  }

  static void add(Connection connection, Run run) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO register_runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, run.number());
      insert.setString(2, run.asOf().toString());
      insert.setString(3, run.policy().packSha256());
      insert.setString(4, run.policy().packName());
      insert.setString(5, run.policy().packVersion());
      insert.setString(6, run.policy().program());
      insert.setString(7, run.policy().timeZones());
      insert.setInt(8, run.policy().maxFacts());
      insert.setString(9, run.input());
      insert.setLong(10, run.records());
      insert.setString(11, run.recordsSha256());
      insert.setLong(12, run.decided());
      insert.setLong(13, run.rejected());
      insert.setLong(14, run.entries());
      insert.setString(15, run.entriesHash());
      insert.setString(16, run.hash());
      insert.executeUpdate();
    }
  }

  /** Keeps the texts of a pack, once. */
  static void addPack(Connection connection, String sha256, SortedMap<String, String> texts)
      throws SQLException {
    if (!RegisterRows.pack(connection, sha256).isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO register_packs VALUES (?, ?, ?)")) {
      for (Map.Entry<String, String> file : texts.entrySet()) {
        insert.setString(1, sha256);
        insert.setString(2, file.getKey());
        insert.setString(3, file.getValue());
        insert.executeUpdate();
      }
    }
  }
}
