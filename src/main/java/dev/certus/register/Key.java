package dev.certus.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The first 128 bits of a SHA-256, by which contents are compared: nobody finds two contents that
 * share them.
 */
record Key(long high, long low) {

  static final Key NONE = new Key(0, 0);

  static Key of(byte[] sha256) {
    ByteBuffer bytes = ByteBuffer.wrap(sha256);
    return new Key(bytes.getLong(), bytes.getLong());
  }

  static Key of(String text, MessageDigest digest) {
    return of(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The key as texts have it, in hexadecimal. */
  String hex() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
