package dev.certus.run;

import dev.certus.file.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The hash of records as they come, each followed by a line feed. */
final class RunningHash {

  private final MessageDigest digest = Sha256.digest();

  /** Adds a record; null stands for one that is too long to be held. */
  void add(ByteBuffer record) {
    if (record != null) {
      digest.update(record.duplicate());
    }
    digest.update((byte) '\n');
  }

  /** SHA-256 of all so far, in hexadecimal; more can be added. */
  String soFar() {
    return Sha256.soFar(digest);
  }
}
