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

  /** A digest that has read a file and can read more. */
  static MessageDigest digest(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    read(file, digest);
    return digest;
  }

  private static long read(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested = new DigestInputStream(in, digest)) {
      return digested.transferTo(OutputStream.nullOutputStream());
    }
  }
}
