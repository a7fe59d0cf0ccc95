package dev.certus.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a block into its statements, so that a fault in one does not affect the next. */
final class BlockReader {

  /** Statements whose parentheses another statement follows. */
  private static final Set<String> HEADS = Set.of("if", "else", "for", "while", "switch", "try");

  private final TokenCursor cursor;
  private final List<Span> pieces = new ArrayList<>();

  /** A reader of the tokens of a block. */
  BlockReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  Block read(Span span) {
    while (!cursor.atEnd()) {
      statement();
    }
    return new Block(span, List.copyOf(pieces));
  }

  private void statement() {
    Token first = cursor.peek();
    Token before = null;
    while (!cursor.atEnd()) {
      Token token = cursor.peek();
      if (before != null && startsAnother(first, before, token)) {
        cursor.fault(token, "`;` is missing before this", null);
        break;
      }
      if (TokenCursor.opens(token)) {
        boolean braces = token.is("{");
        cursor.group();
        if (braces && cursor.beginsLine(cursor.peek())) {
          break; // the block of a loop, say
        }
      } else {
        cursor.next();
        if (token.is(";")) {
          break;
        }
      }
      before = cursor.last();
    }
    if (cursor.atEnd() && !cursor.last().is(";") && !cursor.last().is("}")) {
      cursor.fault(cursor.last(), "`;` is missing after this", null);
    }
    pieces.add(cursor.since(first));
  }

  /** Whether a name follows a closed parenthesis on a new line: nothing joins the two. */
  private boolean startsAnother(Token first, Token before, Token token) {
    return !HEADS.contains(first.text())
        && before.is(")")
        && token.isWord()
        && cursor.beginsLine(token);
  }
}
