package dev.certus.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;

/**
 * A file and its content in short.
 *
 * @param name the file's name, as it was given
 * @param bytes its length
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 */
public record FileHash(String name, long bytes, String sha256) {

  /** Reads a file and tells its hash. */
  public static FileHash of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest = new DigestInputStream(in, Digests.sha256())) {
      long bytes = digest.transferTo(OutputStream.nullOutputStream());
      return new FileHash(file.toString(), bytes, Digests.hex(digest.getMessageDigest()));
    }
  }
}
