package dev.certus.drl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds texts and parentheses of a DRL file that are not closed. A parser notices such a fault only
 * where nothing fits any more, often lines or rules later.
 */
final class Tokens {

  /** A fault at an offset. */
  record Fault(int offset, String message) {}

  private final String text;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> openTexts = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private final StringBuilder bare = new StringBuilder();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** A reading of a file. */
  static Tokens of(String text) {
    Tokens tokens = new Tokens(text);
    while (tokens.at < text.length()) {
      tokens.step();
    }
    return tokens;
  }

  /**
   * What is not closed, in the order of the file: texts, or else parentheses, for those that an
   * open text swallows are none of the writer's faults.
   */
  List<Fault> faults() {
    return openTexts.isEmpty() ? faults : openTexts;
  }

  /** The file with comments and texts blanked out, character for character. */
  String bare() {
    return bare.toString();
  }

  private void step() {
    if (text.startsWith("//", at)) {
      skip(end(text.indexOf('\n', at), 0));
    } else if (text.startsWith("/*", at)) {
      skip(end(text.indexOf("*/", at + 2), 2));
    } else if (text.charAt(at) == '"') {
      skip(endOfText());
    } else {
      bracket(text.charAt(at));
      bare.append(text.charAt(at++));
    }
  }

  private int end(int found, int length) {
    return found < 0 ? text.length() : found + length;
  }

  private void skip(int end) {
    for (; at < end; at++) {
      bare.append(text.charAt(at) == '\n' ? '\n' : ' ');
    }
  }

  private int endOfText() {
    for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i + 1;
      }
    }
    openTexts.add(new Fault(at, "the text that begins here is not closed on its line"));
    return end(text.indexOf('\n', at), 0);
  }

  private void bracket(char c) {
    if (c == '(') {
      open.addLast(at);
    } else if (c == ')' && open.pollLast() == null) {
      faults.add(new Fault(at, "this parenthesis closes nothing"));
    } else if (c == '\n' && Sections.startsAt(text, at + 1) && !open.isEmpty()) {
      faults.add(new Fault(open.getFirst(), "this parenthesis is not closed"));
      open.clear();
    }
  }
}
