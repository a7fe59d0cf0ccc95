package dev.certus.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes expressions apart. */
public final class Code {

  private static final Pattern TEXT_OR_COMMENT =
      Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|//[^\\n]*|(?s:/\\*.*?\\*/)");

  /**
   * A piece of a text.
   *
   * @param start the offset of its first character
   * @param end the offset after its last character
   */
  public record Piece(int start, int end) {}

  private Code() {}

  /** Code with its comments blanked out, character for character; texts in quotes stay. */
  public static String withoutComments(String code) {
    return TEXT_OR_COMMENT
        .matcher(code)
        .replaceAll(
            found ->
                found.group().startsWith("\"")
                    ? Matcher.quoteReplacement(found.group())
                    : found.group().replaceAll("[^\\n]", " "));
  }

  /** An expression without the parentheses and white space around it. */
  public static String bare(String expression) {
    String text = expression.strip();
    boolean enclosed = text.startsWith("(") && closing(text, 1) == text.length() - 1;
    return enclosed ? bare(text.substring(1, text.length() - 1)) : text;
  }

  /** Where the parenthesis is closed that was opened before {@code start}; else the end. */
  public static int closing(String code, int start) {
    int depth = 1;
    boolean quoted = false;
    for (int i = start; i < code.length(); i++) {
      char c = code.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return code.length();
  }

  /** What stands between separators, stripped; see {@link #pieces}. */
  public static List<String> split(String code, String separator) {
    return pieces(code, separator).stream()
        .map(piece -> code.substring(piece.start(), piece.end()).strip())
        .toList();
  }

  /** The pieces between separators that stand in no parentheses and no quotes. */
  public static List<Piece> pieces(String code, String separator) {
    List<Piece> pieces = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && !quoted && i >= start && code.startsWith(separator, i)) {
        pieces.add(new Piece(start, i));
        start = i + separator.length();
      }
    }
    pieces.add(new Piece(start, code.length()));
    return pieces;
  }
}
