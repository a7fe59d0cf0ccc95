package dev.certus.impact;

import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;

/**
 * A part of a pack's files that can be changed by itself: a rule, a term, a row of the catalogue.
 *
 * @param kind what it is, as texts name it: {@code rule}, {@code term}
 * @param name its name among those of its kind
 * @param file the name of its file
 * @param section where in the file it stands beside others; empty where the file has one section
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param text its text
 * @param meaning what it says, without comments and layout
 */
record PackPart(
    String kind,
    String name,
    String file,
    String section,
    int start,
    int end,
    String text,
    Object meaning) {

  /** What it is called among all parts of the pack. */
  String key() {
    return name.isEmpty() ? kind : kind + " " + name;
  }

  /** Where it begins. */
  Location at(PackFiles files) {
    int leading = text.length() - text.stripLeading().length();
    return files.at(file, start + leading);
  }
}
