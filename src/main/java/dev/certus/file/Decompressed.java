package dev.certus.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Decompresses a stream; where that fails, the message says what to do. */
final class Decompressed extends FilterInputStream {

  private final Compression compression;
  private final String name;

  Decompressed(Compression compression, InputStream in, String name) throws IOException {
    super(compression.decompress(in));
    this.compression = compression;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw inWords(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw inWords(e);
    }
  }

  private IOException inWords(IOException e) {
    String kind = compression.toString().toLowerCase(Locale.ROOT);
    boolean ended =
        e instanceof EOFException || String.valueOf(e.getMessage()).contains("Truncated source");
    return new IOException(
        ended
            ? "%s breaks off within its %s data%n  help: was the file cut off? nothing is written"
                .formatted(name, kind)
            : "%s is damaged within its %s data: %s%n  help: get the file again; nothing is written"
                .formatted(name, kind, e.getMessage()),
        e);
  }
}
