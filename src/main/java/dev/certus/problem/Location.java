package dev.certus.problem;

/**
 * A place in a file of a pack.
 *
 * @param file the file, as the user would name it
 * @param line the line, from 1, or 0 where the whole file is meant
 * @param column the column, from 1, or 0 where the whole line is meant
 */
public record Location(String file, int line, int column) {

  /** A whole file. */
  public static Location of(String file) {
    return new Location(file, 0, 0);
  }

  /** {@code file:line:column}, as far as they are known. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
  }
}
