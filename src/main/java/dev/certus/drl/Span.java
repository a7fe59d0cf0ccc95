package dev.certus.drl;

import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

  /** The piece between two offsets within it. */
  Span part(int from, int to) {
    return new Span(file, start + from, start + to, text.substring(from, to));
  }

  /** What the first group of a pattern finds in it, wherever the pattern matches. */
  public List<Span> named(Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> part(found.start(1), found.end(1)))
        .toList();
  }

  /** Its parts between separators, without the white space around each. */
  public List<Span> split(String separator) {
    List<Span> parts = new ArrayList<>();
    int from = 0;
    for (String part : text.split(Pattern.quote(separator), -1)) {
      int leading = part.length() - part.stripLeading().length();
      parts.add(part(from + leading, from + leading + part.strip().length()));
      from += part.length() + separator.length();
    }
    return parts;
  }

  /** The text of its file with it blanked out, line by line. */
  public String blankedIn(String fileText) {
    return replacedIn(fileText, text.replaceAll("[^\\n]", " "));
  }

  /** The text of its file with something else in its place. */
  public String replacedIn(String fileText, String by) {
    return fileText.substring(0, start) + by + fileText.substring(end);
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
