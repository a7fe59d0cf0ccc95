package dev.certus.drl;

import dev.certus.drl.Element.Kind;
import dev.certus.drl.PatternSource.Quantity;
import java.util.List;

/** Reads a pattern: a fact's type, its conditions, and where such facts come from. */
final class PatternReader {

  private static final List<String> BINDINGS = List.of(":", ":=");

  private final TokenCursor cursor;

  PatternReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  Element read() {
    Token first = cursor.peek();
    String binding = binding();
    if (!cursor.peek().isWord()) {
      return null;
    }
    Span type = cursor.path();
    if (!cursor.peek().is("(")) {
      cursor.fault(
          cursor.peek(),
          "`(` is expected here, after `%s`".formatted(type.text()),
          "write the type of a fact and its conditions, such as `%s( )`".formatted(type.text()));
      return null;
    }
    Span head = cursor.since(first);
    List<ConditionSource> conditions = new ConditionReader(cursor.over(cursor.group())).read();
    window();
    PatternSource pattern =
        new PatternSource(
            type.text(), type, binding, Quantity.EACH, conditions, head, null, cursor.since(first));
    return cursor.accept("from") ? from(first, pattern) : element(first, pattern);
  }

  private String binding() {
    boolean binds = cursor.peek().isWord() && BINDINGS.contains(cursor.peek(1).text());
    if (!binds) {
      return null;
    }
    String name = cursor.next().text();
    cursor.next();
    return name;
  }

  private void window() {
    if (cursor.peek().is("over") && cursor.peek(1).is("window")) {
      cursor.fault(
          new SyntaxFault(
              "clock-in-rule",
              cursor.peek(1).start(),
              "a rule reads the clock: `window`",
              "ask for `Candidate( $now : now )`: the instant that is decided for"));
      while (!cursor.atEnd() && !cursor.peek().is("(")) {
        cursor.next();
      }
      cursor.group();
    }
  }

  private Element element(Token first, PatternSource pattern) {
    return new Element(Kind.PATTERN, cursor.since(first), List.of(pattern), List.of());
  }

  private Element from(Token first, PatternSource pattern) {
    if (cursor.isAny(List.of("accumulate", "acc", "collect"))) {
      return new GatheringReader(cursor).from(first, pattern);
    }
    ExpressionSource source = new ExpressionSource(source());
    return element(
        first,
        new PatternSource(
            pattern.type(),
            pattern.typeAt(),
            pattern.binding(),
            Quantity.EACH_ITEM,
            pattern.conditions(),
            pattern.head(),
            source,
            cursor.since(first)));
  }

  /** A name with its members and calls. */
  private Span source() {
    Token first = cursor.next();
    while (goesOn()) {
      if (TokenCursor.opens(cursor.peek())) {
        cursor.group();
      } else {
        cursor.next();
      }
    }
    Span source = cursor.since(first);
    cursor.accept(";");
    return source;
  }

  private boolean goesOn() {
    Token next = cursor.peek();
    boolean member = next.is(".") || next.is("!.") || cursor.last().is(".");
    boolean call = TokenCursor.opens(next) && cursor.last().touches(next);
    return member || cursor.last().is("!.") || call;
  }
}
