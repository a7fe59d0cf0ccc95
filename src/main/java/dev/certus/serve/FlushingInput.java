package dev.certus.serve;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends what was answered so far before it waits for more from the client. */
final class FlushingInput extends FilterInputStream {

  private final OutputStream out;

  FlushingInput(InputStream in, OutputStream out) {
    super(in);
    this.out = out;
  }

  @Override
  public int read() throws IOException {
    flush();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    flush();
    return super.read(bytes, offset, length);
  }

  private void flush() throws IOException {
    if (available() == 0) {
      out.flush();
    }
  }
}
