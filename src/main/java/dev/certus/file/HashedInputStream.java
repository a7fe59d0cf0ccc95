package dev.certus.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;

/** A stream that counts and hashes what is read of it. */
public final class HashedInputStream extends DigestInputStream {

  private long bytes;

  /** Reads {@code in}. */
  public HashedInputStream(InputStream in) {
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
  public long bytes() {
    return bytes;
  }

  /** The length and hash of what was read; the hash starts over. */
  public FileHash hash(String name) {
    return new FileHash(name, bytes, Sha256.hex(getMessageDigest()));
  }
}
