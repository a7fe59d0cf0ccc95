package dev.certus.drl;

import dev.certus.policy.Location;
import dev.certus.policy.PackFiles;

/**
 * A piece of a DRL file.
 *
 * @param file the file's name in its pack
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param text what stands there
 */
public record Span(String file, int start, int end, String text) {

  /** The piece between two offsets of a pack's file, without white space at its end. */
  static Span of(PackFiles files, String file, int start, int end) {
    String text = files.texts().get(file).substring(start, end).stripTrailing();
    return new Span(file, start, start + text.length(), text);
  }

  /** Where it begins. */
  public Location at(PackFiles files) {
    return at(files, 0);
  }

  /** Where the character at an offset within it stands. */
  public Location at(PackFiles files, int within) {
    return files.at(file, start + within);
  }
}
