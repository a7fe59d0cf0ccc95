package dev.certus.register;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the tables of a register. */
public final class RegisterRows {

  private RegisterRows() {}

  /** Whether there is a register. */
  static boolean areThere(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 FROM information_schema.tables WHERE table_name = 'register_runs'"
                    + " AND table_catalog = current_database()"
                    + " AND table_schema = current_schema()")) {
      return rows.next();
    }
  }

  /** The texts of a pack by file; none where there is no such pack. */
  static SortedMap<String, String> pack(Connection connection, String sha256) throws SQLException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT file, content FROM register_packs WHERE sha256 = ?")) {
      query.setString(1, sha256);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          texts.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return texts;
  }

  /** All runs in their order. */
  static List<Run> runs(Connection connection) throws SQLException {
    List<Run> runs = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT run, as_of, pack_sha256, pack_name, pack_version, program, time_zones,"
                    + " max_facts, input, records, records_sha256, decided, rejected, entries,"
                    + " entries_hash, hash FROM register_runs ORDER BY run")) {
      while (rows.next()) {
        runs.add(
            new Run(
                rows.getLong(1),
                Instant.parse(rows.getString(2)),
                new Run.Policy(
                    rows.getString(3),
                    rows.getString(4),
                    rows.getString(5),
                    rows.getString(6),
                    rows.getString(7),
                    rows.getInt(8)),
                rows.getString(9),
                rows.getLong(10),
                rows.getString(11),
                rows.getLong(12),
                rows.getLong(13),
                rows.getLong(14),
                rows.getString(15),
                rows.getString(16)));
      }
    }
    return runs;
  }

  /** What the register last says of each candidate. */
  static Standing standing(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int size;
      try (ResultSet count = statement.executeQuery("SELECT count(*) FROM register_current")) {
        count.next();
        size = Math.toIntExact(count.getLong(1));
      }
      Standing standing = new Standing(size);
      statement.setFetchSize(10_000);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT candidate_high, candidate_low, record_high, record_low, content_high,"
                  + " content_low, due, record_entry FROM register_current")) {
        while (rows.next()) {
          standing.add(
              new Key(rows.getLong(1), rows.getLong(2)),
              new Key(rows.getLong(3), rows.getLong(4)),
              new Key(rows.getLong(5), rows.getLong(6)),
              rows.getLong(7),
              rows.getLong(8));
        }
      }
      return standing;
    }
  }

  /** The hashes of the packs that are kept. */
  static List<String> packs(Connection connection) throws SQLException {
    List<String> packs = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT DISTINCT sha256 FROM register_packs ORDER BY sha256")) {
      while (rows.next()) {
        packs.add(rows.getString(1));
      }
    }
    return packs;
  }

  /**
   * The candidates whose row in {@code register_current} is not what their last entry says: a row
   * too few, too many or another.
   */
  static void odd(Connection connection, Each<String> each) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT coalesce(e.candidate_id, c.candidate_id), e.record_sha256, e.content,"
                    + " e.next_change_at, e.state, e.record_entry, c.record_entry, c.record_high,"
                    + " c.record_low, c.content_high, c.content_low, c.due, c.candidate_high,"
                    + " c.candidate_low FROM (SELECT * FROM register_entries WHERE state <> 'gone'"
                    + " AND entry IN (SELECT max(entry) FROM register_entries"
                    + " GROUP BY candidate_id)) AS e FULL JOIN register_current AS c"
                    + " ON e.candidate_id = c.candidate_id")) {
      Chain chain = new Chain();
      while (rows.next()) {
        if (!isAsEntered(rows, chain)) {
          each.take(rows.getString(1));
        }
      }
    }
  }

  private static boolean isAsEntered(ResultSet rows, Chain chain) throws SQLException {
    String record = rows.getString(2);
    String next = rows.getString(4);
    String state = rows.getString(5);
    long due = next == null ? Long.MAX_VALUE : Instant.parse(next).getEpochSecond();
    return record != null
        && record.startsWith(new Key(rows.getLong(8), rows.getLong(9)).hex())
        && new Key(rows.getLong(10), rows.getLong(11)).hex().equals(rows.getString(3))
        && rows.getLong(12) == ("rejected".equals(state) ? Long.MIN_VALUE : due)
        && rows.getLong(6) == rows.getLong(7)
        && new Key(rows.getLong(13), rows.getLong(14)).equals(chain.key(rows.getString(1)));
  }

  /** Takes a value of a row. */
  public interface Each<T> {

    /** Takes it. */
    void take(T value) throws IOException, SQLException;
  }

  /** The candidates that are not gone, in no order. */
  static void candidates(Connection connection, Each<String> each)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10_000);
      try (ResultSet rows = statement.executeQuery("SELECT candidate_id FROM register_current")) {
        while (rows.next()) {
          each.take(rows.getString(1));
        }
      }
    }
  }

  /**
   * Entries.
   *
   * @param rest what follows the selection: conditions and order
   */
  static void entries(Connection connection, String rest, List<Object> parameters, Each<Entry> each)
      throws SQLException, IOException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT %s FROM register_entries %s"
                .formatted(String.join(", ", RegisterTables.ENTRY), rest))) {
      query.setFetchSize(1_000);
      for (int i = 0; i < parameters.size(); i++) {
        query.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          each.take(entry(rows));
        }
      }
    }
  }

  /**
   * Entries, each with the record that it rests on.
   *
   * @param rest what follows the selection of {@code e}: conditions
   */
  static void entriesWithRecords(Connection connection, String rest, Each<Entry> each)
      throws SQLException, IOException {
    String columns =
        RegisterTables.ENTRY.stream()
            .map(name -> (name.equals("record") ? "r." : "e.") + name)
            .collect(Collectors.joining(", "));
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT %s FROM register_entries AS e LEFT JOIN register_entries AS r ON r.entry = e.record_entry %s"
                .formatted(columns, rest))) {
      query.setFetchSize(1_000);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          each.take(entry(rows));
        }
      }
    }
  }

  /** The record that an entry rests on; null where there is none. */
  static String record(Connection connection, Entry entry) throws SQLException, IOException {
    if (entry.recordEntry() == null || entry.record() != null) {
      return entry.record();
    }
    List<String> records = new ArrayList<>();
    entries(
        connection,
        "WHERE entry = ?",
        List.of(entry.recordEntry()),
        with -> records.add(with.record()));
    return records.isEmpty() ? null : records.get(0);
  }

  private static Entry entry(ResultSet rows) throws SQLException, IOException {
    long recordEntry = rows.getLong(6); // 0 where there is none
    return new Entry(
        rows.getLong(1),
        rows.getLong(2),
        rows.getString(3),
        known(EntryCause.class, rows, 4),
        known(EntryState.class, rows, 5),
        recordEntry == 0 ? null : recordEntry,
        rows.getString(7),
        rows.getString(8),
        rows.getString(9),
        rows.getString(10),
        rows.getString(11),
        rows.getString(12));
  }

  /** The records of the last entries that runs up to one have of each candidate. */
  static void records(Connection connection, long run, Each<String> each)
      throws SQLException, IOException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT r.record FROM register_entries AS e JOIN register_entries AS r"
                + " ON r.entry = e.record_entry WHERE e.state <> 'gone' AND e.entry IN"
                + " (SELECT max(entry) FROM register_entries WHERE run <= ? GROUP BY candidate_id)"
                + " ORDER BY e.candidate_id")) {
      query.setLong(1, run);
      query.setFetchSize(1_000);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          each.take(rows.getString(1));
        }
      }
    }
  }

  private static <E extends Enum<E>> E known(Class<E> type, ResultSet rows, int column)
      throws SQLException, IOException {
    String word = String.valueOf(rows.getString(column));
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "entry %d of the register has been altered: `%s` is no %s"
              .formatted(rows.getLong(1), word, type == EntryCause.class ? "cause" : "state"),
          e);
    }
  }
}
