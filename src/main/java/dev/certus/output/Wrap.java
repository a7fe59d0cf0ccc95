package dev.certus.output;

/** Breaks sentences into lines for a terminal. */
public final class Wrap {

  /** How wide a terminal is taken to be, in characters. */
  public static final int WIDTH = 80;

  private Wrap() {}

  /**
   * Two texts at the two ends of a line, or of two lines where they do not fit into one, ended by a
   * line feed.
   */
  public static String ends(String left, String right) {
    int gap = WIDTH - left.length() - right.length();
    String between =
        gap < 2 ? "\n" + " ".repeat(Math.max(0, WIDTH - right.length())) : " ".repeat(gap);
    return left + between + right + "\n";
  }

  /** The sentence in lines of at most {@link #WIDTH}, each indented and ended by a line feed. */
  public static String lines(String sentence, String indent) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : sentence.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      }
      String before = column == 0 ? indent : " ";
      text.append(before).append(word);
      column += before.length() + word.length();
    }
    return text.append('\n').toString();
  }
}
