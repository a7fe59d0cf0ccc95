package dev.certus.jsonl;

import dev.certus.file.Compression;
import dev.certus.file.FileHash;
import dev.certus.file.HashedInputStream;
import dev.certus.record.RecordProblem;
import dev.certus.record.RecordReader;
import dev.certus.run.Fault;
import dev.certus.run.InputRecord;
import dev.certus.run.RecordSource;
import dev.certus.run.RejectReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Records in JSON Lines, from a file or a stream, which gzip or zstd may have compressed. Blank
 * lines are skipped.
 */
public final class LineSource implements RecordSource {

  private static final int BUFFER = 1 << 16;
  private static final int SNIFFED = 1 << 12;

  private final String name;
  private final long size; // of the file; 0 where it is none
  private final HashedInputStream raw;
  private final LineReader lines;

  private LineSource(String name, long size, InputStream in) throws IOException {
    this.name = name;
    this.size = size;
    this.raw = new HashedInputStream(in);
    this.lines = new LineReader(text(Compression.decompressed(raw, name), name));
  }

  /** Opens a file. */
  public static LineSource of(Path file) throws IOException {
    return new LineSource(file.toString(), Files.size(file), Files.newInputStream(file));
  }

  /**
   * Reads a stream.
   *
   * @param name how messages name it
   */
  public static LineSource of(InputStream in, String name) throws IOException {
    return new LineSource(name, 0, in);
  }

  /** The stream itself, unless it is plainly no text. */
  private static InputStream text(InputStream in, String name) throws IOException {
    BufferedInputStream text = new BufferedInputStream(in, BUFFER);
    text.mark(SNIFFED);
    byte[] start = new byte[SNIFFED];
    int read = text.read(start); // not all of it, for which a slow stream would be waited for
    text.reset();
    for (int i = 0; i < read; i++) {
      if (start[i] == 0) {
        in.close();
        throw new IOException(
            ("%s is binary data or UTF-16 text, not JSON Lines%n"
                    + "  help: give one JSON record a line, as UTF-8 text; gzip or zstd may"
                    + " compress it")
                .formatted(name));
      }
    }
    return text;
  }

  @Override
  public InputRecord next() throws IOException {
    InputLine line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    return line == null
        ? null
        : new InputRecord(
            line.place(),
            line.bytes(),
            line.length() > RecordReader.LONGEST ? tooLong(line) : null);
  }

  private static Fault tooLong(InputLine line) {
    return new Fault(
        RejectReason.OVERSIZE,
        List.of(
            new RecordProblem(
                "",
                "a line of %d bytes".formatted(line.length()),
                "one record a line, of %d bytes at most; does each record end with a line feed?"
                    .formatted(RecordReader.LONGEST))));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return "jsonl";
  }

  @Override
  public double progress() {
    return size == 0 ? Double.NaN : (double) raw.bytes() / size;
  }

  @Override
  public List<FileHash> files() {
    return List.of(raw.hash(name));
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
