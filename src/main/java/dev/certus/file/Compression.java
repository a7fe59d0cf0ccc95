package dev.certus.file;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import com.github.luben.zstd.util.Native;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a stream of bytes is compressed. */
public enum Compression {
  /** Not at all. */
  NONE("") {
    @Override
    InputStream decompress(InputStream in) {
      return in;
    }

    @Override
    public OutputStream compress(OutputStream out) {
      return out;
    }
  },
  /** By gzip; several members after one another are one stream. */
  GZIP("1f8b") {
    @Override
    InputStream decompress(InputStream in) throws IOException {
      return GzipCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .get();
    }

    @Override
    public OutputStream compress(OutputStream out) throws IOException {
      return new GZIPOutputStream(out, BUFFER);
    }
  },
  /** By zstd; several frames after one another are one stream. */
  ZSTD("28b52ffd") {
    @Override
    InputStream decompress(InputStream in) throws IOException {
      loadZstd();
      return new ZstdInputStream(in);
    }

    @Override
    public OutputStream compress(OutputStream out) throws IOException {
      loadZstd();
      return new ZstdOutputStream(out);
    }
  };

  private static final int BUFFER = 1 << 16;

  private static final int LONGEST_MAGIC = 4;

  private final String magic;

  /**
   * A way to compress.
   *
   * @param magic the first bytes of all data that are compressed so, in hexadecimal
   */
  Compression(String magic) {
    this.magic = magic;
  }

  /** What the end of a file's name asks for: {@code .gz}, {@code .zst}, or none. */
  public static Compression ofName(String name) {
    return name.endsWith(".gz") ? GZIP : name.endsWith(".zst") ? ZSTD : NONE;
  }

  /**
   * Decompresses a stream. The first bytes show whether and how it is compressed; other streams are
   * returned as they are. Where the compressed data break off or are damaged, reading throws an
   * {@link IOException} that says so.
   *
   * @param name the stream's name, for messages
   */
  public static InputStream decompressed(InputStream in, String name) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(LONGEST_MAGIC);
    String start = HexFormat.of().formatHex(buffered.readNBytes(LONGEST_MAGIC));
    buffered.reset();
    for (Compression compression : List.of(GZIP, ZSTD)) {
      if (start.startsWith(compression.magic)) {
        return new Decompressed(compression, buffered, name);
      }
    }
    return buffered;
  }

  private static void loadZstd() throws MissingLibraryException {
    try {
      Native.load();
    } catch (UnsatisfiedLinkError e) {
      throw new MissingLibraryException("zstd");
    }
  }

  abstract InputStream decompress(InputStream in) throws IOException;

  /**
   * A stream that compresses what is written to it and writes that to {@code out}.
   *
   * @throws MissingLibraryException where the machine has no library for it
   */
  public abstract OutputStream compress(OutputStream out) throws IOException;
}
