package dev.certus.workbench;

/**
 * The change of a text into another one: what goes, and what comes in its place.
 *
 * @param start the offset of the first character that goes
 * @param gone the characters that go
 * @param come the characters that come
 */
record Splice(int start, String gone, String come) {

  /** The change from one text to another. */
  static Splice between(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < most - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    return new Splice(
        start,
        before.substring(start, before.length() - same),
        after.substring(start, after.length() - same));
  }

  /**
   * The changed text.
   *
   * @throws IllegalArgumentException where the text is not one that this changes
   */
  String applied(String before) {
    if (!before.startsWith(gone, start)) {
      throw new IllegalArgumentException("the text before the change is another one");
    }
    return before.substring(0, start) + come + before.substring(start + gone.length());
  }

  /** The change back. */
  Splice reversed() {
    return new Splice(start, come, gone);
  }
}
