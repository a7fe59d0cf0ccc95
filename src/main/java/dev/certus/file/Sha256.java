package dev.certus.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which contents are compared. */
public final class Sha256 {

  /** How many characters a hash has in hexadecimal. */
  public static final int HEX_LENGTH = 64;

  private Sha256() {}

  /** A digest of what will go by. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }

  /** The hash of all so far, in hexadecimal; the digest starts over. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of all so far, in hexadecimal; the digest can take more. */
  public static String soFar(MessageDigest digest) {
    try {
      return hex((MessageDigest) digest.clone());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e); // SHA-256 of the platform can be cloned
    }
  }

  /** The hash of some bytes, in hexadecimal. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }
}
