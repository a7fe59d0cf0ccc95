package dev.certus.problem;

/**
 * A place in a file of a pack.
 *
 * @param file the file, as the user would name it
 * @param line the line, from 1, or 0 where the whole file is meant
 * @param column the column, from 1, or 0 where the whole line is meant
 */
public record Location(String file, int line, int column) {

  /** A whole file. */
  public static Location of(String file) {
    return new Location(file, 0, 0);
  }

  /** The place of a character of a file, by the file's text. */
  public static Location in(String file, String text, int offset) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return new Location(file, line, offset - start + 1);
  }

  /**
   * The offset of the character there in the file's text: of the line's first where the whole line
   * is meant, and within the text where the text is not that of the file.
   */
  public int offsetIn(String text) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      start = end < 0 ? text.length() : end + 1;
    }
    return Math.min(text.length(), start + Math.max(0, column - 1));
  }

  /** {@code file:line:column}, as far as they are known. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
  }
}
