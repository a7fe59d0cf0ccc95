package dev.certus.drl;

import dev.certus.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the conditions between the parentheses of a pattern. */
final class ConditionReader {

  private final TokenCursor cursor;

  /** A reader of the tokens between the parentheses. */
  ConditionReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  List<ConditionSource> read() {
    List<ConditionSource> conditions = new ArrayList<>();
    while (!cursor.atEnd()) {
      Token first = cursor.peek();
      if (first.is(",") || first.is(";")) {
        cursor.fault(first, "a condition is missing before this", null);
      } else {
        conditions.add(condition());
      }
      if (cursor.peek().is(",") || cursor.peek().is(";")) {
        cursor.next();
      }
    }
    if (cursor.last().is(",")) {
      cursor.fault(cursor.last(), "a condition is missing after this", null);
    }
    return conditions;
  }

  private ConditionSource condition() {
    Token first = cursor.peek();
    String binding = null;
    if (first.isWord() && (cursor.peek(1).is(":") || cursor.peek(1).is(":="))) {
      binding = cursor.next().text();
      cursor.next();
    }
    Token start = cursor.peek();
    if (cursor.atEnd() || start.is(",")) {
      cursor.fault(cursor.last(), "a field is missing after this", null);
    }
    Token before = null;
    while (!cursor.atEnd() && !cursor.peek().is(",") && !cursor.peek().is(";")) {
      if (before != null && isTwo(before, cursor.peek())) {
        cursor.fault(cursor.peek(), "`,` is missing before this", null);
        break;
      }
      if (TokenCursor.opens(cursor.peek())) {
        cursor.group();
      } else {
        cursor.next();
      }
      before = cursor.last();
    }
    Span whole = cursor.since(first);
    return new ConditionSource(whole, binding, new ExpressionSource(cursor.since(start)));
  }

  /** Whether two names follow one another with nothing that joins them. */
  private static boolean isTwo(Token before, Token next) {
    boolean ends = before.isOperand() || before.is(")");
    boolean operator =
        ExpressionReader.isOperator(before.text())
            || ExpressionReader.isOperator(next.text())
            || before.is("new")
            || next.is("instanceof")
            || before.is("instanceof");
    return ends && next.isOperand() && next.kind() != Kind.END && !operator;
  }
}
