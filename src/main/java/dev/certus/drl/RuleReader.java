package dev.certus.drl;

import dev.certus.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads a rule. */
final class RuleReader {

  private static final List<String> FRAME = List.of("when", "then", "end");

  private final TokenCursor cursor;
  private final List<AttributeSource> attributes = new ArrayList<>();
  private final List<AnnotationSource> annotations = new ArrayList<>();

  RuleReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  RuleSource read(List<Span> comments) {
    Token first = cursor.next();
    Span name = name();
    head();
    List<Element> elements = cursor.accept("when") ? new ElementReader(cursor).read() : List.of();
    Block consequence = consequence();
    return new RuleSource(
        AnnotationSource.unquoted(name).text(),
        name,
        attributes,
        annotations,
        elements,
        consequence,
        comments,
        cursor.since(first));
  }

  private Span name() {
    Token token = cursor.peek();
    if (token.kind() == Kind.TEXT || (token.isWord() && !FRAME.contains(token.text()))) {
      return cursor.span(cursor.next());
    }
    cursor.fault(token, "the rule's name is missing before this", "write rule \"…\"");
    return cursor.text().span(token.start(), token.start());
  }

  private void head() {
    while (!cursor.isAny(FRAME) && !cursor.atEnd() && !Words.beginsStatement(cursor)) {
      if (cursor.peek().is("@")) {
        annotations.add(TypeReader.annotation(cursor));
      } else if (cursor.peek().is("extends")) {
        cursor.fault(cursor.peek(), "a rule extends no other", "repeat the conditions it needs");
        cursor.next();
        cursor.next();
      } else if (cursor.isLoneWord()) {
        misspelt(cursor, "when");
        return;
      } else if (cursor.peek().isWord()) {
        attribute();
      } else {
        if (!cursor.peek().is(",")) {
          cursor.fault(
              cursor.peek(), "`%s` does not belong here".formatted(cursor.peek().text()), null);
        }
        cursor.next();
      }
    }
  }

  /** Reads a word in place of the one that is expected. */
  static void misspelt(TokenCursor cursor, String expected) {
    cursor.fault(
        cursor.peek(),
        "`%s` is expected here, not `%s`".formatted(expected, cursor.peek().text()),
        null);
    cursor.next();
  }

  private void attribute() {
    Token first = cursor.next();
    while (cursor.peek().is("-") && cursor.last().touches(cursor.peek())) {
      cursor.next();
      cursor.next();
    }
    Span name = cursor.since(first);
    Token value = cursor.peek();
    Span written = null;
    if (value.is("(")) {
      cursor.group();
      written = cursor.since(value);
    } else if (value.kind() == Kind.TEXT || value.kind() == Kind.NUMBER || isFlag(value)) {
      written = cursor.span(cursor.next());
    }
    attributes.add(new AttributeSource(name.text(), name, written));
  }

  private static boolean isFlag(Token token) {
    return token.is("true") || token.is("false");
  }

  private Block consequence() {
    if (!cursor.accept("then")) {
      boolean misspelt = cursor.isLoneWord() && !cursor.isAny(FRAME);
      if (misspelt && !Words.beginsStatement(cursor)) {
        misspelt(cursor, "then");
      } else {
        cursor.fault(cursor.peek(), "`then` is missing before this", null);
      }
    }
    Token before = cursor.last();
    List<Token> inside = new ArrayList<>();
    while (!cursor.atEnd() && !Words.isEnd(cursor) && !Words.beginsStatement(cursor)) {
      if (isMisspeltEnd()) {
        break;
      }
      inside.add(cursor.next());
    }
    int end = cursor.last().end();
    int start = inside.isEmpty() ? end : inside.get(0).start();
    end();
    Span span = cursor.text().span(Math.max(start, before.end()), Math.max(end, start));
    return new BlockReader(cursor.over(inside)).read(span);
  }

  /** Whether the next token is a lone word after which the file's next statement follows. */
  private boolean isMisspeltEnd() {
    return cursor.isLoneWord() && !cursor.isAny(FRAME) && Words.isStatement(cursor.peek(1));
  }

  private void end() {
    if (cursor.accept("end")) {
      cursor.accept(";");
    } else if (cursor.isLoneWord() && !Words.beginsStatement(cursor)) {
      misspelt(cursor, "end");
    } else {
      cursor.fault(cursor.peek(), "`end` is missing before this", null);
    }
  }
}
