package dev.certus.mutation;

import dev.certus.yaml.Yaml;

/**
 * The part of a YAML text to cut so that a list has one item less.
 *
 * @param start the offset at which it begins
 * @param end the offset after it
 */
record ListItem(int start, int end) {

  /** The part of an item: with its dash and its lines, or with a comma beside it. */
  static ListItem of(String text, Yaml list, Yaml item) {
    return list.isFlow() ? inBrackets(text, item) : withDash(text, list, item);
  }

  private static ListItem inBrackets(String text, Yaml item) {
    int after = skipBlank(text, item.end());
    if (text.charAt(after) == ',') {
      return new ListItem(item.start(), after + 1);
    }
    int before = item.start();
    while (Character.isWhitespace(text.charAt(before - 1))) {
      before--;
    }
    boolean last = text.charAt(before - 1) == ',';
    return new ListItem(last ? before - 1 : item.start(), item.end());
  }

  private static int skipBlank(String text, int from) {
    int at = from;
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** All dashes of a list stand in one column, that of the list. */
  private static ListItem withDash(String text, Yaml list, Yaml item) {
    int column = list.at().column() - 1;
    int line = text.lastIndexOf('\n', item.start() - 1) + 1;
    while (line > 0 && (line + column >= text.length() || text.charAt(line + column) != '-')) {
      line = text.lastIndexOf('\n', line - 2) + 1;
    }
    int end = text.indexOf('\n', item.end());
    return new ListItem(line, end < 0 ? text.length() : end + 1);
  }
}
