package dev.certus.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * A file, its length and its hash.
 *
 * @param name the file's name, as it was given
 * @param bytes its length
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 */
public record FileHash(String name, long bytes, String sha256) {

  /** Reads a file and computes its hash. */
  public static FileHash of(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    long bytes = read(file, digest);
    return new FileHash(file.toString(), bytes, Sha256.hex(digest));
  }

  /** What a file of some bytes has. */
  public static FileHash of(String name, byte[] bytes) {
    return new FileHash(name, bytes.length, Sha256.hex(bytes));
  }

  /** A digest that has read the first bytes of a file, or all where it has fewer. */
  static MessageDigest digest(Path file, long bytes) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      long left = bytes;
      for (int read = 0; left > 0 && read >= 0; left -= read) {
        read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        digest.update(buffer, 0, Math.max(read, 0));
      }
    }
    return digest;
  }

  private static long read(Path file, MessageDigest digest) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(file + " is no regular file");
    }
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested = new DigestInputStream(in, digest)) {
      return digested.transferTo(OutputStream.nullOutputStream());
    }
  }
}
