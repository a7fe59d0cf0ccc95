package dev.certus.drl;

import dev.certus.drl.Element.Kind;
import dev.certus.drl.PatternSource.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Reads what a rule asks for. */
final class ElementReader {

  private static final List<String> INFIX = List.of("or", "and", "||", "&&");
  private static final List<String> ACCUMULATE = List.of("accumulate", "acc");
  private static final List<String> UNTIED = List.of("eval", "groupby");
  private static final List<String> FRAME = List.of("then", "end");

  private final TokenCursor cursor;

  ElementReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** The elements up to {@code then}. */
  List<Element> read() {
    List<Element> elements = new ArrayList<>();
    while (!isEnd()) {
      Token before = cursor.peek();
      if (cursor.accept(";")) {
        continue;
      }
      Element element = joined();
      if (element != null) {
        elements.add(element);
      }
      if (cursor.peek().equals(before)) {
        unexpected();
      }
    }
    return elements;
  }

  private boolean isEnd() {
    return cursor.atEnd()
        || cursor.isAny(FRAME)
        || cursor.isLoneWord()
        || Words.beginsStatement(cursor);
  }

  private void unexpected() {
    cursor.fault(
        cursor.peek(),
        "`%s` does not belong here".formatted(cursor.peek().text()),
        "a condition is a fact's type with parentheses, such as `Attempt( )`");
    while (!isEnd() && !cursor.beginsLine(cursor.peek(1))) {
      cursor.next();
    }
    cursor.next();
  }

  /** The next element, or null where none begins here. */
  Element next() {
    return joined();
  }

  /** An element, or several that are joined by {@code or} or {@code and}. */
  private Element joined() {
    Token first = cursor.peek();
    Element element = single();
    if (element == null || !cursor.isAny(INFIX)) {
      return element;
    }
    List<Element> parts = new ArrayList<>(List.of(element));
    while (cursor.isAny(INFIX)) {
      cursor.next();
      Element part = single();
      if (part != null) {
        parts.add(part);
      }
    }
    return group(first, parts);
  }

  private Element group(Token first, List<Element> parts) {
    return new Element(
        Kind.OTHER,
        cursor.since(first),
        parts.stream().flatMap(part -> part.patterns().stream()).toList(),
        parts.stream().flatMap(part -> part.results().stream()).toList());
  }

  private Element single() {
    Token token = cursor.peek();
    if (token.is("not")) {
      return quantified(Kind.NOT, Quantity.NONE);
    }
    if (token.is("exists")) {
      return quantified(Kind.EXISTS, Quantity.SOME);
    }
    if (token.is("forall") && cursor.peek(1).is("(")) {
      return forall();
    }
    if (cursor.isAny(UNTIED) && cursor.peek(1).is("(")) {
      return untied();
    }
    if (cursor.isAny(ACCUMULATE) && cursor.peek(1).is("(")) {
      return new GatheringReader(cursor).accumulate();
    }
    if (token.is("(")) {
      return enclosed();
    }
    return token.isWord() ? new PatternReader(cursor).read() : null;
  }

  private Element quantified(Kind kind, Quantity quantity) {
    Token first = cursor.next();
    Element inner = cursor.peek().is("(") ? enclosed() : single();
    if (inner == null) {
      return null;
    }
    List<PatternSource> patterns =
        inner.patterns().stream()
            .map(p -> p.quantity() == Quantity.EACH ? p.with(quantity) : p)
            .toList();
    boolean plain = inner.kind() == Kind.PATTERN && patterns.size() == 1;
    return new Element(plain ? kind : Kind.OTHER, cursor.since(first), patterns, inner.results());
  }

  private Element forall() {
    Token first = cursor.next();
    Element inner = enclosed();
    List<PatternSource> patterns =
        inner.patterns().stream().map(pattern -> pattern.with(Quantity.ALL)).toList();
    return new Element(Kind.OTHER, cursor.since(first), patterns, inner.results());
  }

  /** What asks for no fact, or for too many ways of it: read past, so that the rest is read. */
  private Element untied() {
    cursor.fault(
        new SyntaxFault(
            "forbidden-condition",
            cursor.peek().start(),
            "a rule asks for facts, not by `%s`".formatted(cursor.peek().text()),
            "put the condition into the parentheses of a fact, or accumulate"));
    Token first = cursor.next();
    cursor.group();
    return new Element(Kind.OTHER, cursor.since(first), List.of(), List.of());
  }

  /** Elements in parentheses; one alone is as if it had none. */
  private Element enclosed() {
    Token first = cursor.peek();
    TokenCursor inside = cursor.over(cursor.group());
    if (inside.isAny(List.of("or", "and"))) {
      inside.next();
    }
    List<Element> parts = new ElementReader(inside).read();
    Element all = group(first, parts);
    return parts.size() == 1
        ? new Element(parts.get(0).kind(), all.whole(), all.patterns(), all.results())
        : all;
  }
}
