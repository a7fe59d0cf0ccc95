package dev.certus.duckdb;

import static java.util.stream.Collectors.joining;

import dev.certus.file.FileHash;
import dev.certus.output.DecisionColumn;
import dev.certus.table.JdbcStoredRows;
import dev.certus.table.StoredDecisions;
import dev.certus.table.StoredRows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Decisions in a Parquet file. */
public record StoredParquet(Path file) implements StoredDecisions {

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public FileHash hash() throws IOException {
    return FileHash.of(file);
  }

  @Override
  public StoredRows rows() throws IOException {
    DuckDb database = null;
    try {
      database = DuckDb.open();
      database.execute("SET preserve_insertion_order = true");
      return new JdbcStoredRows(database.query(sql()), database, this::damaged);
    } catch (SQLException e) {
      if (database != null) {
        database.close();
      }
      throw damaged(e);
    }
  }

  private String sql() {
    return "SELECT %s FROM read_parquet(%s)"
        .formatted(
            Arrays.stream(DecisionColumn.values()).map(StoredParquet::text).collect(joining(", ")),
            DuckDb.literal(file.toString()));
  }

  private static String text(DecisionColumn column) {
    String name = '"' + column.written() + '"';
    return switch (column.kind()) {
      case TEXT, OBJECT -> name;
      case INSTANT -> "CAST(epoch_us(%s) AS VARCHAR) AS %s".formatted(name, name);
      case LIST -> "CAST(to_json(%s) AS VARCHAR) AS %s".formatted(name, name);
    };
  }

  private IOException damaged(SQLException e) {
    return new IOException(
        "%s: %s".formatted(file, e.getMessage().lines().findFirst().orElse("")), e);
  }

  @Override
  public Instant kept(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
