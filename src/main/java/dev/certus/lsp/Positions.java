package dev.certus.lsp;

import dev.certus.problem.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Offsets in a text as lines and columns, both from 0, and back. */
final class Positions {

  private final String text;

  Positions(String text) {
    this.text = text;
  }

  Position position(int offset) {
    Location at = Location.in("", text, Math.min(offset, text.length()));
    return new Position(at.line() - 1, at.column() - 1);
  }

  Range range(int start, int end) {
    return new Range(position(start), position(end));
  }

  /** A whole line. */
  static Range line(int line) {
    return new Range(new Position(line, 0), new Position(line + 1, 0));
  }

  int offset(Position position) {
    int start = 0;
    for (int line = 0; line < position.getLine(); line++) {
      int next = text.indexOf('\n', start);
      if (next < 0) {
        return text.length();
      }
      start = next + 1;
    }
    return Math.min(text.length(), start + position.getCharacter());
  }
}
