package dev.certus.language;

import java.util.List;

/**
 * A way to mend a finding.
 *
 * @param title what it does, in a few words
 * @param edits the changes that do it
 */
public record Fix(String title, List<TextEdit> edits) {

  /** Keeps an unmodifiable copy of the list. */
  public Fix {
    edits = List.copyOf(edits);
  }
}
