package dev.certus.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 that must be right. */
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * The text that bytes stand for.
   *
   * @throws CharacterCodingException where they are no UTF-8
   */
  public static String text(ByteBuffer bytes) throws CharacterCodingException {
    String text =
        new String(
            bytes.array(),
            bytes.arrayOffset() + bytes.position(),
            bytes.remaining(),
            StandardCharsets.UTF_8);
    // The quick way puts this character for what is wrong; but it may stand there by itself, too.
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
  }
}
