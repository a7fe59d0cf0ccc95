package dev.certus.batch;

import dev.certus.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;

/** A stream that tells how much was read of it, and its hash. */
final class HashedInputStream extends DigestInputStream {

  private long bytes;

  HashedInputStream(InputStream in) {
    super(in, Sha256.digest());
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    bytes += read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    bytes += Math.max(read, 0);
    return read;
  }

  /** How many bytes were read. */
  long bytes() {
    return bytes;
  }

  /** What was read, in short; the hash starts anew. */
  FileHash hash(String name) {
    return new FileHash(name, bytes, Sha256.hex(getMessageDigest()));
  }
}
