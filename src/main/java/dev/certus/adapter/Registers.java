package dev.certus.adapter;

import dev.certus.duckdb.DuckDbRegister;
import dev.certus.postgres.PostgresConnection;
import dev.certus.postgres.PostgresRegister;
import dev.certus.register.RegisterDatabase;
import java.io.IOException;
import java.nio.file.Path;

/** Opens registers of decisions by the path of a file or the URL of a database. */
public final class Registers {

  private Registers() {}

  /**
   * Opens a register, which need not be there yet.
   *
   * @param place a file of DuckDB, or the URL of a PostgreSQL database
   * @throws IOException where the URL cannot be read, or the machine has no library for DuckDB
   */
  public static RegisterDatabase open(String place) throws IOException {
    return PostgresConnection.isUrl(place)
        ? new PostgresRegister(PostgresConnection.of(place))
        : new DuckDbRegister(Path.of(place));
  }
}
