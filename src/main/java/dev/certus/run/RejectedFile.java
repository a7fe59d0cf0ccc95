package dev.certus.run;

import dev.certus.file.Extent;
import dev.certus.file.FileHash;
import dev.certus.file.OutputLock;
import dev.certus.file.PartFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The file that keeps rejected records, if one is wanted. */
public final class RejectedFile implements Closeable {

  private final OutputLock lock;
  private final PartFile file; // null, as the lock, where none is wanted
  private final boolean checkpoints;

  private RejectedFile(OutputLock lock, PartFile file, boolean checkpoints) {
    this.lock = lock;
    this.file = file;
    this.checkpoints = checkpoints;
  }

  /**
   * Opens the file.
   *
   * @param file the file, or null where rejected records are not kept
   * @param from the checkpoint of the run that is resumed, or null
   * @param checkpoints whether a run that is cut off can be resumed
   * @throws IOException where another run is writing it, or it cannot be written
   */
  public static RejectedFile open(Path file, Checkpoint from, boolean checkpoints)
      throws IOException {
    if (file == null) {
      return new RejectedFile(null, null, false);
    }
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

  /** Keeps a rejected record. */
  public void add(Rejection rejection) throws IOException {
    if (file != null) {
      file.stream().write(RejectionJson.line(rejection));
    }
  }

  /** Makes durable what is in the file; what that is, for a checkpoint. */
  Extent commit() throws IOException {
    if (file == null || !checkpoints) {
      return Extent.NONE;
    }
    Extent written = file.cut();
    file.force();
    return written;
  }

  /** Makes the file appear; its hash, or null where there is none. */
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
