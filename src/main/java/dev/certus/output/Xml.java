package dev.certus.output;

import java.util.Locale;

/** Text in XML and HTML. */
public final class Xml {

  private Xml() {}

  /** A length in a picture. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A text with what XML gives a meaning of its own replaced, also within quotes. */
  public static String text(Object value) {
    StringBuilder text = new StringBuilder();
    String.valueOf(value)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> {
                  boolean isAllowed =
                      c == '\n'
                          || c == '\t'
                          || (c >= ' '
                              && c != 0xFFFE
                              && c != 0xFFFF
                              && (c < 0xD800 || c >= 0xE000));
                  text.appendCodePoint(isAllowed ? c : 0xFFFD);
                }
              }
            });
    return text.toString();
  }
}
