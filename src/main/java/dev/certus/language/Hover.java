package dev.certus.language;

import java.util.List;

/**
 * What the name at a place means.
 *
 * @param occurrence the name's place
 * @param title what it is
 * @param lines what is to be known of it, a paragraph each
 */
public record Hover(Occurrence occurrence, String title, List<String> lines) {

  /** Keeps an unmodifiable copy of the list. */
  public Hover {
    lines = List.copyOf(lines);
  }
}
