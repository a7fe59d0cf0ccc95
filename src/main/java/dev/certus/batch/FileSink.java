package dev.certus.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes decisions to a file, compressed if its name ends in {@code .gz} or {@code .zst}. */
public final class FileSink implements Sink {

  private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);

  private final Path written;
  private final boolean keepsCheckpoints;
  private final CheckpointFile checkpoint;
  private final OutputLock lock;
  private PartFile part;

  private FileSink(Path file, Path written, boolean keepsCheckpoints) throws IOException {
    PartFile.check(file);
    this.written = written;
    this.keepsCheckpoints = keepsCheckpoints;
    this.checkpoint = new CheckpointFile(file);
    this.lock = OutputLock.of(file);
  }

  /**
   * Opens a file for a run.
   *
   * @param keepsCheckpoints whether a run that is cut off can be gone on with
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static FileSink open(Path file, boolean keepsCheckpoints) throws IOException {
    return new FileSink(file, file, keepsCheckpoints);
  }

  /**
   * Opens a file for a run whose decisions are written in another form first.
   *
   * @param file what the run makes: it is locked, and checkpoints stand beside it
   * @param written the name, in the same folder, of what is written; it never appears by it
   * @param keepsCheckpoints whether a run that is cut off can be gone on with
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static FileSink before(Path file, Path written, boolean keepsCheckpoints)
      throws IOException {
    return new FileSink(file, written, keepsCheckpoints);
  }

  /** The file in which all is that was written so far. */
  public Path written() throws IOException {
    part.cut();
    return part.path();
  }

  /** Forgets the checkpoint and removes what was written. */
  public void discard() throws IOException {
    checkpoint.delete();
    part.close();
  }

  @Override
  public Checkpoint resume() throws IOException {
    Checkpoint last = keepsCheckpoints ? checkpoint.read() : null;
    if (last == null) {
      checkpoint.delete();
      part = PartFile.create(written);
    } else {
      part = PartFile.resume(written, last.output());
    }
    return last;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    part.stream().write(bytes);
  }

  @Override
  public long cut() throws IOException {
    return keepsCheckpoints ? part.cut() : 0;
  }

  @Override
  public void commit(Checkpoint reached) throws IOException {
    if (keepsCheckpoints) {
      part.force();
      checkpoint.write(reached);
      LOG.debug("{} records are committed", reached.records());
    }
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
