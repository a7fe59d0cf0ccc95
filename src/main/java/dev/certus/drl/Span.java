package dev.certus.drl;

import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a DRL file.
 *
 * @param file the file's name in its pack
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param text the text there
 */
public record Span(String file, int start, int end, String text) {

  /** The part between two offsets within it. */
  public Span part(int from, int to) {
    return new Span(file, start + from, start + to, text.substring(from, to));
  }

  /** Without the white space around it. */
  public Span stripped() {
    int leading = text.length() - text.stripLeading().length();
    return part(leading, leading + text.strip().length());
  }

  /** Its parts between commas, without the white space around each. */
  public List<Span> items() {
    List<Span> items = new ArrayList<>();
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      items.add(part(from, comma).stripped());
      from = comma + 1;
    }
    items.add(part(from, text.length()).stripped());
    return items;
  }

  /** Its text in one line, with one space for any white space. */
  public String squeezed() {
    return squeezed(text);
  }

  /** A text in one line, with one space for any white space. */
  public static String squeezed(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }

  /** Whether all of another part lies within it. */
  public boolean contains(Span other) {
    return file.equals(other.file) && start <= other.start && other.end <= end;
  }

  /** The text of its file with it blanked out, line by line. */
  public String blankedIn(String fileText) {
    StringBuilder blanks = new StringBuilder(text.length());
    text.chars().forEach(c -> blanks.append(c == '\n' ? '\n' : ' '));
    return replacedIn(fileText, blanks.toString());
  }

  /** The text of its file with something else in its place. */
  public String replacedIn(String fileText, String by) {
    return fileText.substring(0, start) + by + fileText.substring(end);
  }

  /** Where it begins. */
  public Location at(PackFiles files) {
    return at(files, 0);
  }

  /** The place of the character at an offset within it. */
  public Location at(PackFiles files, int within) {
    return files.at(file, start + within);
  }
}
