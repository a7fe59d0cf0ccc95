package dev.certus.table;

import dev.certus.file.FileHash;
import java.io.IOException;
import java.time.Instant;

/** Decisions that stand in a Parquet file or a database, as rows. */
public interface StoredDecisions {

  /** How messages name them; no secret is part of it. */
  String name();

  /** What they are, in short. */
  FileHash hash() throws IOException;

  /** The rows in the order of the run. */
  StoredRows rows() throws IOException;

  /** An instant as it is kept there, which is to the microsecond. */
  Instant kept(Instant instant);
}
