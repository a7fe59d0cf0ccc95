package dev.certus.cli;

import dev.certus.batch.Checkpoint;
import dev.certus.batch.FileHash;
import dev.certus.batch.PartFile;
import dev.certus.batch.Rejection;
import dev.certus.batch.RejectionJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The file that rejected records are kept in, if the user wants one. */
final class Kept implements Closeable {

  private final PartFile file; // or null
  private final boolean checkpoints;

  private Kept(PartFile file, boolean checkpoints) {
    this.file = file;
    this.checkpoints = checkpoints;
  }

  /**
   * Opens it.
   *
   * @param file the file, or null for none
   * @param from where an earlier run left off, or null
   * @param checkpoints whether a run that is cut off can be gone on with
   */
  static Kept open(Path file, Checkpoint from, boolean checkpoints) throws IOException {
    if (file == null) {
      return new Kept(null, checkpoints);
    }
    PartFile part = from == null ? PartFile.create(file) : PartFile.resume(file, from.rejected());
    return new Kept(part, checkpoints);
  }

  boolean isKept() {
    return file != null;
  }

  void add(Rejection rejection) throws IOException {
    if (file != null) {
      file.stream().write(RejectionJson.line(rejection));
    }
  }

  /** Makes durable what is in the file, for a checkpoint to tell how long it is. */
  long cut() throws IOException {
    if (file == null || !checkpoints) {
      return 0;
    }
    long length = file.cut();
    file.force();
    return length;
  }

  /** Lets the file appear; its hash, or null where there is none. */
  FileHash complete() throws IOException {
    if (file == null) {
      return null;
    }
    file.cut();
    FileHash hash = file.hash();
    file.complete();
    return hash;
  }

  @Override
  public void close() throws IOException {
    if (file != null && checkpoints) {
      file.keep();
    } else if (file != null) {
      file.close();
    }
  }
}
