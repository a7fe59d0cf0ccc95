package dev.certus.verify;

import java.util.Map;

/** An item of an output: a line of JSON Lines, a row of a table. */
public interface Item {

  /** Whose decisions it holds; null where that is unknown, or where it is a header. */
  String candidateId();

  /** Its place, after the output's name: {@code :7}. */
  String place();

  /** What is in it: two items are the same where this is equal. */
  Object content();

  /** What is in it, value by value, each by its name; empty where it has none. */
  Map<String, String> fields();
}
