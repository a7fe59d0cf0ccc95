package dev.certus.verify;

import dev.certus.file.FileHash;
import dev.certus.output.DecisionWriter;
import dev.certus.output.OutputFormat;
import dev.certus.table.StoredDecisions;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Decisions in a Parquet file or a table of a database, compared as they are kept there. */
record WrittenRows(StoredDecisions stored, OutputFormat format) implements Written {

  @Override
  public String name() {
    return stored.name();
  }

  @Override
  public FileHash hash() throws IOException {
    return stored.hash();
  }

  @Override
  public DecisionWriter writer() {
    return format.writer();
  }

  @Override
  public Items following(byte[] decisions) {
    return new KeptItems(new CsvItems(new ByteArrayInputStream(decisions)), stored);
  }

  @Override
  public Items items() throws IOException {
    return new KeptItems(new StoredItems(stored.rows()), stored);
  }
}
