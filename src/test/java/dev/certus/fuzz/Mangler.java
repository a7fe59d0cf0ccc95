package dev.certus.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes in the ways in which files get damaged, and in some that only people think of. */
final class Mangler {

  private static final List<String> ODD =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\n",
          "\r\n",
          "\t",
          "\\u0000",
          "\\ud800",
          "null",
          "true",
          "-0",
          "1e999999999",
          "1E-2147483648",
          "99999999999999999999",
          "NaN",
          "\u00e9",
          "\ufeff",
          "'",
          "=1+1",
          "*a",
          "&a [*a]",
          "!!java.lang.Runtime",
          "%",
          "@phase",
          "end",
          "then",
          "(",
          ")",
          "//",
          "/*",
          "Infinity",
          "9999-12-31",
          "-999999999-01-01",
          " ");

  private final Random random;

  Mangler(long seed) {
    this.random = new Random(seed);
  }

  /** A damaged copy. */
  byte[] mangled(byte[] sound) {
    byte[] bytes = sound;
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(40));
    return switch (random.nextInt(6)) {
      case 0 -> flipped(bytes, at);
      case 1 -> spliced(bytes, at, to, new byte[0]);
      case 2 -> spliced(bytes, at, at, copy(bytes, at, to));
      case 3 -> spliced(bytes, at, bytes.length, new byte[0]);
      case 4 -> spliced(bytes, at, at, odd());
      default -> spliced(bytes, at, to, odd());
    };
  }

  private byte[] odd() {
    byte[] word = ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = random.nextInt(50) == 0 ? 5_000 : 1; i > 0; i--) {
      out.writeBytes(word);
    }
    return out.toByteArray();
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    if (at < flipped.length) {
      flipped[at] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] copy(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
