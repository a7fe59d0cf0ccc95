package dev.certus.register;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database that holds a register. Its tables are those of {@link RegisterTables}. What is read
 * is what was there when the reading began; what is appended appears at once, as a whole.
 */
public interface RegisterDatabase extends Closeable {

  /** Names the place; no secret is part of it. */
  String name();

  /** The type of columns that hold long texts, in SQL: they are kept compressed. */
  String longText();

  /** What is done with a connection to the tables. */
  interface Work<T> {

    /** Does it. */
    T with(Connection connection) throws SQLException, IOException;
  }

  /**
   * Keeps other runs from the register until this is closed; readers are not kept from it.
   *
   * @throws IOException where another run has it, or it cannot be written
   */
  void lock() throws IOException;

  /**
   * Reads.
   *
   * @throws IOException where the database cannot be read, with a message for the user
   */
  <T> T read(Work<T> work) throws IOException;

  /** A new file for the rows to append, where there is room for them. */
  Path spool() throws IOException;

  /**
   * Appends in one transaction, durably.
   *
   * @param rows rows of CSV as {@link Spool} writes them; {@code work} finds them in the table
   *     {@link RegisterTables#SPOOLED}
   * @throws IOException where nothing was appended, with a message for the user
   */
  void append(Path rows, Work<Void> work) throws IOException;
}
