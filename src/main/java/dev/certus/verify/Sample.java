package dev.certus.verify;

import dev.certus.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Chooses candidates by the hash of their ids: the same ones whenever it is asked, and of a chosen
 * candidate all records.
 */
final class Sample {

  private static final double HASHES = 0x1p63;

  private final double below;

  /**
   * A sample.
   *
   * @param size about how many records to choose
   * @param records how many there are
   */
  Sample(long size, long records) {
    this.below = size >= records ? Double.POSITIVE_INFINITY : HASHES * size / records;
  }

  /** Whether the candidate is chosen; one without an id always is. */
  boolean chooses(String candidateId) {
    return isAll() || candidateId == null || hash(candidateId) < below;
  }

  /** Whether every candidate is chosen. */
  boolean isAll() {
    return below == Double.POSITIVE_INFINITY;
  }

  private static long hash(String candidateId) {
    byte[] digest = Sha256.digest().digest(candidateId.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong() >>> 1;
  }
}
