package dev.certus.jsonl;

import dev.certus.file.FileHash;
import dev.certus.file.NamedOutputStream;
import dev.certus.file.Sha256;
import dev.certus.output.OutputFormat;
import dev.certus.run.Checkpoints;
import dev.certus.run.DecisionSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.Optional;

/** Writes decisions to a stream as they come, such as standard output. */
public final class StreamSink implements DecisionSink {

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final OutputFormat format;
  private final DigestOutputStream digest;
  private final OutputStream out;
  private long bytes;

  /**
   * A sink that leaves the stream open.
   *
   * @param name how messages name it
   * @param format the form of the decisions
   */
  public StreamSink(OutputStream out, String name, OutputFormat format) {
    this.name = name;
    this.format = format;
    this.digest = new DigestOutputStream(out, Sha256.digest());
    this.out = new BufferedOutputStream(new NamedOutputStream(digest, name), BUFFER);
  }

  @Override
  public OutputFormat format() {
    return format;
  }

  /** Empty: a run to a stream cannot be resumed. */
  @Override
  public Optional<Checkpoints> checkpoints() {
    return Optional.empty();
  }

  @Override
  public void write(byte[] decisions) throws IOException {
    out.write(decisions);
    bytes += decisions.length;
  }

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
