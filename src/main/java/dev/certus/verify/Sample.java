package dev.certus.verify;

import dev.certus.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Chooses candidates by the hash of their ids and of a seed: the same ones whenever it is asked
 * with that seed, and of a chosen candidate all records. Who does not know the seed cannot know
 * them.
 */
final class Sample {

  private static final double HASHES = 0x1p63;

  private final double below;
  private final byte[] seed;

  /**
   * A sample.
   *
   * @param size about how many records to choose
   * @param records how many there are
   * @param seed a sample of its own
   */
  Sample(long size, long records, long seed) {
    this.seed = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
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

  private long hash(String candidateId) {
    MessageDigest of = Sha256.digest();
    of.update(seed);
    byte[] digest = of.digest(candidateId.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong() >>> 1;
  }
}
