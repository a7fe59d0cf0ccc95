package dev.certus.jsonl;

import dev.certus.file.Extent;
import dev.certus.file.FileHash;
import dev.certus.file.OutputLock;
import dev.certus.file.PartFile;
import dev.certus.output.OutputFormat;
import dev.certus.run.Checkpoint;
import dev.certus.run.Checkpoints;
import dev.certus.run.DecisionSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes decisions to a file, compressed if its name ends in {@code .gz} or {@code .zst}. */
public final class FileSink implements DecisionSink, Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);

  private final Path written;
  private final OutputFormat format;
  private final boolean keepsCheckpoints;
  private final CheckpointFile checkpoint;
  private final OutputLock lock;
  private PartFile part;

  private FileSink(Path file, Path written, OutputFormat format, boolean keepsCheckpoints)
      throws IOException {
    PartFile.check(file);
    this.written = written;
    this.format = format;
    this.keepsCheckpoints = keepsCheckpoints;
    this.checkpoint = new CheckpointFile(file);
    this.lock = OutputLock.of(file);
    if (!keepsCheckpoints) {
      begin();
    }
  }

  private void begin() throws IOException {
    try {
      checkpoint.delete();
      part = PartFile.create(written);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens a file for a run.
   *
   * @param format the form of the decisions
   * @param keepsCheckpoints whether a run that is cut off can be resumed
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static FileSink open(Path file, OutputFormat format, boolean keepsCheckpoints)
      throws IOException {
    return new FileSink(file, file, format, keepsCheckpoints);
  }

  /**
   * Opens a file for a run whose decisions are first written in another form.
   *
   * @param file what the run makes: it is locked, and checkpoints stand beside it
   * @param written the name, in the same folder, of what is written; it never appears by it
   * @param format the form of what is written
   * @param keepsCheckpoints whether a run that is cut off can be resumed
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static FileSink before(
      Path file, Path written, OutputFormat format, boolean keepsCheckpoints) throws IOException {
    return new FileSink(file, written, format, keepsCheckpoints);
  }

  /** The file that has all that was written so far. */
  public Path written() throws IOException {
    part.cut();
    return part.path();
  }

  /** Deletes the checkpoint and what was written. */
  public void discard() throws IOException {
    checkpoint.delete();
    part.close();
  }

  @Override
  public OutputFormat format() {
    return format;
  }

  @Override
  public Optional<Checkpoints> checkpoints() {
    return keepsCheckpoints ? Optional.of(this) : Optional.empty();
  }

  @Override
  public Checkpoint resume() throws IOException {
    Checkpoint last = checkpoint.read();
    if (last == null) {
      begin();
    } else {
      part = PartFile.resume(written, last.output());
    }
    return last;
  }

  @Override
  public void write(byte[] decisions) throws IOException {
    part.stream().write(decisions);
  }

  @Override
  public void commit(Checkpoint reached) throws IOException {
    Extent written = part.cut();
    part.force();
    checkpoint.write(reached.withOutput(written));
    LOG.debug("{} records are committed", reached.records());
  }

  @Override
  public FileHash hash() throws IOException {
    return part.hash();
  }

  @Override
  public void complete() throws IOException {
    part.complete();
    checkpoint.delete();
  }

  @Override
  public void close() throws IOException {
    if (part != null && keepsCheckpoints) {
      part.keep();
    } else if (part != null) {
      part.close();
    }
    lock.close();
  }
}
