package dev.certus.decision;

/** The order of text that the engine promises: by Unicode code point, the same in every locale. */
public final class CodePoints {

  private CodePoints() {}

  /** Compares two texts code point by code point; a prefix comes first. */
  public static int compare(String left, String right) {
    if (left.equals(right)) {
      return 0; // most often so, and soon found
    }
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        // A surrogate stands for a code point above every other char, though its value does not.
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
