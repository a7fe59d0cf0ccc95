package dev.certus.postgres;

import dev.certus.file.FileHash;
import dev.certus.table.JdbcStoredRows;
import dev.certus.table.StoredDecisions;
import dev.certus.table.StoredRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Decisions in a table of a PostgreSQL database.
 *
 * @param database where it is
 * @param table the table's name, after that of its schema and a dot if need be
 */
public record StoredTable(PostgresConnection database, String table) implements StoredDecisions {

  private static final int FETCHED = 1_000;

  @Override
  public String name() {
    return database.name() + " table " + table;
  }

  @Override
  public FileHash hash() throws IOException {
    try (PostgresSession session = PostgresSession.open(database)) {
      return hash(session, database.name(), DecisionTable.of(table).table());
    }
  }

  /**
   * Rows of decisions in short: how many, and the sum of their hashes, whatever their order.
   *
   * @param name how the result is named
   * @param rows the rows, in SQL
   */
  static FileHash hash(PostgresSession session, String name, String rows) throws IOException {
    List<String> hash = session.query(DecisionTable.hash(rows)).get(0);
    session.commit();
    long sum = new BigDecimal(hash.get(1)).toBigInteger().longValue();
    return new FileHash(name, Long.parseLong(hash.get(0)), "%016x".formatted(sum));
  }

  @Override
  public StoredRows rows() throws IOException {
    String sql = DecisionTable.of(table).read();
    PostgresSession session = PostgresSession.open(database);
    ResultSet rows =
        session.run(
            connection -> {
              Statement statement = connection.createStatement();
              statement.setFetchSize(FETCHED);
              return statement.executeQuery(sql);
            });
    return new JdbcStoredRows(rows, session, database::failure);
  }

  @Override
  public Instant kept(Instant instant) {
    // PostgreSQL rounds the fraction of a second as it reads it.
    double micros =
        Math.rint(
            Double.parseDouble("0.%09d".formatted(instant.atOffset(ZoneOffset.UTC).getNano()))
                * 1e6);
    return instant.truncatedTo(ChronoUnit.SECONDS).plus((long) micros, ChronoUnit.MICROS);
  }
}
