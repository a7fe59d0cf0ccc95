package dev.certus.batch;

import dev.certus.file.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;

/** Writes decisions to a stream as they come, such as standard output. */
public final class StreamSink implements Sink {

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final DigestOutputStream digest;
  private final OutputStream out;
  private long bytes;

  /** A sink that leaves the stream open. */
  public StreamSink(OutputStream out, String name) {
    this.name = name;
    this.digest = new DigestOutputStream(out, Sha256.digest());
    this.out = new BufferedOutputStream(digest, BUFFER);
  }

  @Override
  public Checkpoint resume() {
    return null;
  }

  @Override
  public void write(byte[] decisions) throws IOException {
    out.write(decisions);
    bytes += decisions.length;
  }

  @Override
  public long cut() {
    return 0;
  }

  @Override
  public void commit(Checkpoint reached) {}

  @Override
  public FileHash hash() throws IOException {
    out.flush();
    return new FileHash(name, bytes, Sha256.hex(digest.getMessageDigest()));
  }

  @Override
  public void complete() throws IOException {
    out.flush();
  }

  @Override
  public void close() {}
}
