package dev.certus.verify;

import dev.certus.file.Compression;
import dev.certus.file.FileHash;
import dev.certus.jsonl.LineSource;
import dev.certus.output.DecisionWriter;
import dev.certus.output.OutputFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decisions in a file of JSON Lines or CSV, which may be compressed. */
record WrittenFile(Path file, OutputFormat format) implements Written {

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public FileHash hash() throws IOException {
    return FileHash.of(file);
  }

  @Override
  public DecisionWriter writer() {
    return format.writer();
  }

  @Override
  public Items following(byte[] decisions) throws IOException {
    return items(new ByteArrayInputStream(decisions));
  }

  @Override
  public Items items() throws IOException {
    return items(Files.newInputStream(file));
  }

  private Items items(InputStream in) throws IOException {
    return format == OutputFormat.CSV
        ? new CsvItems(Compression.decompressed(in, name()))
        : new LineItems(LineSource.of(in, name()));
  }
}
