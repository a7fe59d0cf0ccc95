package dev.certus.verify;

import dev.certus.duckdb.StoredParquet;
import dev.certus.file.FileHash;
import dev.certus.output.DecisionWriter;
import dev.certus.output.OutputFormat;
import dev.certus.postgres.PostgresConnection;
import dev.certus.postgres.StoredTable;
import java.io.IOException;
import java.nio.file.Path;

/** The output of an earlier run, to be looked at. */
public interface Written {

  /** A file of one of the forms that programs read. */
  static Written file(Path file, OutputFormat format) {
    return format == OutputFormat.PARQUET
        ? new WrittenRows(new StoredParquet(file), format)
        : new WrittenFile(file, format);
  }

  /** A table of a database. */
  static Written table(PostgresConnection database, String table) {
    return new WrittenRows(new StoredTable(database, table), OutputFormat.POSTGRESQL);
  }

  /** How messages name it. */
  String name();

  /** What is in it, in short. */
  FileHash hash() throws IOException;

  /** Encodes decisions for {@link #following}. */
  DecisionWriter writer();

  /** The items that decisions make which were encoded for it. */
  Items following(byte[] decisions) throws IOException;

  /** What is in it. */
  Items items() throws IOException;
}
