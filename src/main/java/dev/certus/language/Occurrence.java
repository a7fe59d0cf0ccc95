package dev.certus.language;

/**
 * A place where a name stands.
 *
 * @param symbol the name
 * @param file the file, as in {@link dev.certus.scenario.PackTexts#all}
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param defines whether the name is defined here
 */
public record Occurrence(Symbol symbol, String file, int start, int end, boolean defines) {

  /** Whether an offset lies in it, or right behind it. */
  boolean holds(int offset) {
    return start <= offset && offset <= end;
  }
}
