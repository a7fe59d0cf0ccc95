package dev.certus.drl;

/**
 * The text of a DRL file.
 *
 * @param file the file's name in its pack
 * @param text what it holds
 */
record DrlText(String file, String text) {

  /** The text between two offsets, without white space at its end. */
  Span span(int start, int end) {
    String part = text.substring(start, end).stripTrailing();
    return new Span(file, start, start + part.length(), part);
  }

  /** Whether only white space comes before an offset on its line. */
  boolean beginsLine(int offset) {
    return text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset).isBlank();
  }
}
