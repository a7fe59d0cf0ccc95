package dev.certus.drl;

import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Junction;
import dev.certus.drl.Expression.Not;
import dev.certus.drl.Expression.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an expression: as Java where it is Java, else by the operators that only DRL has. */
final class ExpressionReader {

  /** The longest expression, in characters: of a longer one the parts nest too deeply. */
  private static final int LONGEST = 4_000;

  private static final Set<String> OPERATORS =
      Set.of(
          "matches",
          "contains",
          "excludes",
          "memberOf",
          "in",
          "soundslike",
          "str",
          "after",
          "before",
          "coincides",
          "during",
          "finishes",
          "finishedby",
          "includes",
          "meets",
          "metby",
          "overlaps",
          "overlappedby",
          "starts",
          "startedby");

  private final Span span;
  private final List<Token> tokens;

  private ExpressionReader(Span span) {
    this.span = span;
    List<Token> read = Lexer.of(span.text()).tokens();
    this.tokens = read.subList(0, read.size() - 1);
  }

  /** The expression in a span. */
  static Expression read(Span span) {
    try {
      return span.text().length() > LONGEST ? new Other(span, List.of()) : whole(span);
    } catch (StackOverflowError e) {
      return new Other(span, List.of()); // it is nested too deeply to be read
    }
  }

  private static Expression whole(Span span) {
    Expression java = JavaCode.expression(span);
    return java != null ? java : new ExpressionReader(span).nullSafe();
  }

  /** {@code a!.b} is null where {@code a} is, and else like {@code a.b}. */
  private Expression nullSafe() {
    StringBuilder text = new StringBuilder(span.text());
    tokens.stream()
        .filter(token -> token.is("!."))
        .forEach(token -> text.replace(token.start(), token.end(), " ."));
    Expression java =
        text.toString().equals(span.text()) ? null : JavaCode.expression(span, text.toString());
    return java != null ? java : drl();
  }

  /** Whether a word is an operator of DRL. */
  static boolean isOperator(String word) {
    return OPERATORS.contains(word) || word.equals("not");
  }

  private Expression drl() {
    for (String operator : List.of("||", "&&")) {
      List<Span> parts = split(operator);
      if (parts.size() > 1) {
        return new Junction(span, operator, parts.stream().map(ExpressionReader::read).toList());
      }
    }
    if (!tokens.isEmpty() && tokens.get(0).is("!")) {
      return new Not(span, read(rest(tokens.get(0).end())));
    }
    if (isEnclosed()) {
      return Reach.widened(read(between(0, tokens.size() - 1)), span);
    }
    int operator = operator();
    return operator < 1 ? new Other(span, List.of()) : comparison(operator);
  }

  private boolean isEnclosed() {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += TokenCursor.opens(tokens.get(i)) ? 1 : TokenCursor.closes(tokens.get(i)) ? -1 : 0;
      if (depth == 0 && i < tokens.size() - 1) {
        return false;
      }
    }
    return tokens.size() > 2 && tokens.get(0).is("(");
  }

  /** The place of the first operator of DRL outside parentheses, or -1. */
  private int operator() {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += TokenCursor.opens(token) ? 1 : TokenCursor.closes(token) ? -1 : 0;
      boolean member = i > 0 && tokens.get(i - 1).is(".");
      if (depth == 0 && token.isWord() && !member && isOperator(token.text())) {
        return i;
      }
    }
    return -1;
  }

  private Expression comparison(int operator) {
    int last = operator;
    while (last + 1 < tokens.size() && isPartOfOperator(last + 1)) {
      last++;
    }
    Span words = span.part(tokens.get(operator).start(), tokens.get(last).end());
    String name =
        tokens.subList(operator, last + 1).stream()
            .filter(Token::isWord)
            .map(Token::text)
            .collect(Collectors.joining(" "));
    Expression left = read(span.part(0, tokens.get(operator - 1).end()));
    return new Comparison(span, left, name, words, right(rest(tokens.get(last).end())));
  }

  private boolean isPartOfOperator(int place) {
    Token token = tokens.get(place);
    boolean negated = tokens.get(place - 1).is("not") && isOperator(token.text());
    return negated || token.is("[") || isInBrackets(place);
  }

  /** Whether it is between brackets that follow an operator, such as {@code after[0, 3d]}. */
  private boolean isInBrackets(int place) {
    for (int i = place; i > 0; i--) {
      if (tokens.get(i).is("[")) {
        return tokens.get(i - 1).isWord() && isOperator(tokens.get(i - 1).text());
      }
      if (tokens.get(i).is("]") && i < place) {
        return false;
      }
    }
    return false;
  }

  /** A list such as {@code ( "a", "b" )}, or an expression. */
  private static Expression right(Span span) {
    ExpressionReader list = new ExpressionReader(span);
    if (!list.isEnclosed()) {
      return span.text().isEmpty() ? new Other(span, List.of()) : read(span);
    }
    ExpressionReader inside = new ExpressionReader(list.between(0, list.tokens.size() - 1));
    return new Other(span, inside.split(",").stream().map(ExpressionReader::read).toList());
  }

  private Span between(int open, int close) {
    return trimmed(tokens.get(open).end(), tokens.get(close).start());
  }

  private Span rest(int from) {
    return trimmed(from, span.text().length());
  }

  private Span trimmed(int from, int to) {
    String text = span.text().substring(from, to);
    int leading = text.length() - text.stripLeading().length();
    return span.part(from + leading, from + leading + text.strip().length());
  }

  /** The parts between separators outside parentheses. */
  private List<Span> split(String separator) {
    List<Span> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (Token token : tokens) {
      depth += TokenCursor.opens(token) ? 1 : TokenCursor.closes(token) ? -1 : 0;
      if (depth == 0 && token.is(separator)) {
        parts.add(trimmed(from, token.start()));
        from = token.end();
      }
    }
    parts.add(rest(from));
    return parts;
  }
}
