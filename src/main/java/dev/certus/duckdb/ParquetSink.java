package dev.certus.duckdb;

import static java.util.stream.Collectors.joining;

import dev.certus.file.FileHash;
import dev.certus.jsonl.FileSink;
import dev.certus.output.DecisionColumn;
import dev.certus.output.OutputFormat;
import dev.certus.run.Checkpoints;
import dev.certus.run.DecisionSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes decisions to a Parquet file, one row a decision, in order. They are kept as rows of CSV
 * aside, and made into the file when all are there.
 */
public final class ParquetSink implements DecisionSink {

  /** Long enough for the evidence of a candidate with as many facts as there may be. */
  private static final int LONGEST_ROW = 16 << 20;

  private final Path file;
  private final Path part;
  private final FileSink rows;
  private boolean converted;

  private ParquetSink(Path file, boolean keepsCheckpoints) throws IOException {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.rows =
        FileSink.before(
            file,
            file.resolveSibling(file.getFileName() + ".csv"),
            OutputFormat.PARQUET,
            keepsCheckpoints);
  }

  /**
   * Opens a file for a run.
   *
   * @param keepsCheckpoints whether a run that is cut off can be resumed
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static ParquetSink open(Path file, boolean keepsCheckpoints) throws IOException {
    DuckDb.requireLibrary();
    return new ParquetSink(file, keepsCheckpoints);
  }

  @Override
  public OutputFormat format() {
    return OutputFormat.PARQUET;
  }

  @Override
  public Optional<Checkpoints> checkpoints() {
    return rows.checkpoints();
  }

  @Override
  public void write(byte[] decisions) throws IOException {
    rows.write(decisions);
  }

  @Override
  public FileHash hash() throws IOException {
    convertOnce();
    FileHash hash = FileHash.of(part);
    return new FileHash(file.toString(), hash.bytes(), hash.sha256());
  }

  @Override
  public void complete() throws IOException {
    convertOnce();
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    rows.discard();
  }

  private void convertOnce() throws IOException {
    if (!converted) {
      convert();
      converted = true;
    }
  }

  /** Makes the file of all rows, aside. */
  private void convert() throws IOException {
    Path csv = rows.written();
    try (DuckDb database = DuckDb.open()) {
      database.execute("SET preserve_insertion_order = true");
      database.execute(
          "COPY (SELECT %s FROM read_csv(%s, header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', max_line_size = %d, columns = {%s})) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(
                  Arrays.stream(DecisionColumn.values())
                      .map(ParquetSink::typed)
                      .collect(joining(", ")),
                  DuckDb.literal(csv.toString()),
                  LONGEST_ROW,
                  DecisionColumn.names().stream()
                      .map(name -> DuckDb.literal(name) + ": 'VARCHAR'")
                      .collect(joining(", ")),
                  DuckDb.literal(part.toString())));
    } catch (SQLException e) {
      throw new IOException(
          "cannot write %s: %s%n  help: is the disk full? a run with checkpoints resumes from here"
              .formatted(file, FileFailure.words(e)),
          e);
    }
  }

  private static String typed(DecisionColumn column) {
    String name = '"' + column.written() + '"';
    return switch (column.kind()) {
      // An empty text is not the lack of one.
      case TEXT -> "coalesce(%s, '') AS %s".formatted(name, name);
      // DuckDB takes years of more than four digits without their sign alone.
      case INSTANT -> "CAST(ltrim(%s, '+') AS TIMESTAMPTZ) AS %s".formatted(name, name);
      case LIST -> "CAST(CAST(%s AS JSON) AS VARCHAR[]) AS %s".formatted(name, name);
      case OBJECT -> name;
    };
  }

  @Override
  public void close() throws IOException {
    rows.close();
    Files.deleteIfExists(part);
  }
}
