package dev.certus.drl;

import java.util.List;

/** The words that make up the frame of a DRL file. */
final class Words {

  /** What begins at the start of a line outside rules. */
  private static final List<String> STATEMENTS =
      List.of("rule", "declare", "query", "function", "import", "global", "package");

  private static final List<String> FRAME = List.of("when", "then", "end");

  private Words() {}

  /** Whether a token can begin a statement of the file, or is its end. */
  static boolean isStatement(Token token) {
    return token.kind() == Token.Kind.END || STATEMENTS.contains(token.text());
  }

  /** Whether the next token begins a statement of the file. */
  static boolean beginsStatement(TokenCursor cursor) {
    return cursor.isAny(STATEMENTS) && cursor.beginsLine(cursor.peek());
  }

  /** Whether the next token begins a statement, or a section of a rule on a line of its own. */
  static boolean beginsSection(TokenCursor cursor) {
    return beginsStatement(cursor) || (cursor.isAny(FRAME) && cursor.isAlone());
  }

  /** Whether the next token is the {@code end} of a consequence, and not a member of that name. */
  static boolean isEnd(TokenCursor cursor) {
    return cursor.peek().is("end") && !cursor.last().is(".") && !cursor.peek(1).is("(");
  }
}
