package dev.certus.serve;

import java.util.Collection;
import java.util.stream.Collectors;

/** Texts of clients in headers: what a header cannot hold is replaced. */
final class HeaderText {

  private static final int LONGEST = 1_000;

  private HeaderText() {}

  /** Words with commas between them. */
  static String of(Collection<String> words) {
    String text =
        words.stream()
            .map(word -> word.replaceAll("[^\\x21-\\x7E]|,", "?"))
            .collect(Collectors.joining(", "));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
