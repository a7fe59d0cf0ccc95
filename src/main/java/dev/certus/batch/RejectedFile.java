package dev.certus.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The file that rejected records are kept in, if the user wants one. */
public final class RejectedFile implements Closeable {

  private final OutputLock lock;
  private final PartFile file; // null, as the lock, where none is wanted
  private final boolean checkpoints;

  private RejectedFile(OutputLock lock, PartFile file, boolean checkpoints) {
    this.lock = lock;
    this.file = file;
    this.checkpoints = checkpoints;
  }

  /** None: what is rejected is told, but not kept. */
  public static RejectedFile none() {
    return new RejectedFile(null, null, false);
  }

  /**
   * Opens the file.
   *
   * @param from where an earlier run left off, or null
   * @param checkpoints whether a run that is cut off can be gone on with
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static RejectedFile open(Path file, Checkpoint from, boolean checkpoints)
      throws IOException {
    PartFile.check(file);
    OutputLock lock = OutputLock.of(file);
    try {
      PartFile part = from == null ? PartFile.create(file) : PartFile.resume(file, from.rejected());
      return new RejectedFile(lock, part, checkpoints);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Whether there is a file. */
  public boolean isKept() {
    return file != null;
  }

  /** Keeps a rejected record. */
  public void add(Rejection rejection) throws IOException {
    if (file != null) {
      file.stream().write(RejectionJson.line(rejection));
    }
  }

  /** Makes durable what is in the file, for a checkpoint to tell how long it is. */
  public long cut() throws IOException {
    if (file == null || !checkpoints) {
      return 0;
    }
    long length = file.cut();
    file.force();
    return length;
  }

  /** Lets the file appear; its hash, or null where there is none. */
  public FileHash complete() throws IOException {
    if (file == null) {
      return null;
    }
    FileHash hash = file.hash();
    file.complete();
    return hash;
  }

  @Override
  public void close() throws IOException {
    if (file == null) {
      return;
    }
    if (checkpoints) {
      file.keep();
    } else {
      file.close();
    }
    lock.close();
  }
}
