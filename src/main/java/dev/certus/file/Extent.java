package dev.certus.file;

/**
 * How much of a file counts, and the hash of that.
 *
 * @param bytes its length from the beginning
 * @param sha256 SHA-256 of these bytes, in hexadecimal
 */
public record Extent(long bytes, String sha256) {

  /** Of a file in which nothing counts, or of none. */
  public static final Extent NONE = new Extent(0, Sha256.hex(new byte[0]));
}
