package dev.certus.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that says in a failure what could not be written. */
public final class NamedOutputStream extends FilterOutputStream {

  private final String name;

  /**
   * Writes to {@code out}.
   *
   * @param name how messages name it
   */
  public NamedOutputStream(OutputStream out, String name) {
    super(out);
    this.name = name;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new IOException(
          "cannot write %s: %s%n  help: is the disk full? a run with checkpoints resumes from here"
              .formatted(name, e.getMessage()),
          e);
    }
  }
}
