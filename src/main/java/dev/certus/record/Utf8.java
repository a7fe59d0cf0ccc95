package dev.certus.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly. */
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * The text of bytes.
   *
   * @throws CharacterCodingException where they are not UTF-8
   */
  public static String text(ByteBuffer bytes) throws CharacterCodingException {
    String text =
        new String(
            bytes.array(),
            bytes.arrayOffset() + bytes.position(),
            bytes.remaining(),
            StandardCharsets.UTF_8);
    // The quick way puts this character in place of malformed bytes; but the text may have it, too.
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
  }
}
