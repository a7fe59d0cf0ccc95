package dev.certus.drl;

import dev.certus.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** A place among the tokens of a file, which moves on as they are read. */
final class TokenCursor {

  private final DrlText text;
  private final List<Token> tokens;
  private final List<SyntaxFault> faults;
  private int at;

  TokenCursor(DrlText text, List<Token> tokens, List<SyntaxFault> faults) {
    this.text = text;
    this.tokens = tokens;
    this.faults = faults;
  }

  /** The next token; at the end of the file, that end. */
  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /** The token that was read last. */
  Token last() {
    return tokens.get(Math.max(at - 1, 0));
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  /** Reads the next token where it is this word or symbol. */
  boolean accept(String wordOrSymbol) {
    boolean is = peek().is(wordOrSymbol);
    at += is ? 1 : 0;
    return is;
  }

  /** Whether the next token is one of these words or symbols. */
  boolean isAny(List<String> wordsOrSymbols) {
    return peek().kind() != Kind.TEXT && wordsOrSymbols.contains(peek().text());
  }

  /** Whether a token is the first on its line. */
  boolean beginsLine(Token token) {
    return text.beginsLine(token.start());
  }

  /** Whether the next token is the only one on its line. */
  boolean isAlone() {
    return beginsLine(peek()) && (peek(1).kind() == Kind.END || beginsLine(peek(1)));
  }

  /** Whether the next token is a word alone on its line that the next line does not continue. */
  boolean isLoneWord() {
    Token next = peek(1);
    return peek().isWord() && isAlone() && !next.is("(") && !next.is(".") && !next.is(":");
  }

  void fault(Token token, String message, String help) {
    faults.add(new SyntaxFault(token.start(), message, help));
  }

  void fault(SyntaxFault fault) {
    faults.add(fault);
  }

  /** The text from a token to the one that was read last. */
  Span since(Token first) {
    return text.span(first.start(), Math.max(last().end(), first.start()));
  }

  Span span(Token token) {
    return text.span(token.start(), token.end());
  }

  /** A name with dots, such as {@code java.util.List}, from the next token on. */
  Span path() {
    Token first = next();
    while (peek().is(".") && (peek(1).isWord() || peek(1).is("*"))) {
      next();
      next();
    }
    return since(first);
  }

  /**
   * Reads from an opening parenthesis, bracket or brace to the one that closes it.
   *
   * @return the tokens between; none where nothing closes it
   */
  List<Token> group() {
    Token open = next();
    List<Token> inside = new ArrayList<>();
    int depth = 1;
    while (!atEnd()) {
      if (Words.beginsSection(this)) {
        break;
      }
      depth += opens(peek()) ? 1 : closes(peek()) ? -1 : 0;
      if (depth == 0) {
        next();
        return inside;
      }
      inside.add(next());
    }
    fault(open, "this parenthesis is not closed", "add the closing parenthesis");
    return List.of();
  }

  static boolean opens(Token token) {
    return token.is("(") || token.is("[") || token.is("{");
  }

  static boolean closes(Token token) {
    return token.is(")") || token.is("]") || token.is("}");
  }

  /** A cursor over some of the tokens. */
  TokenCursor over(List<Token> some) {
    int end = some.isEmpty() ? last().start() : some.get(some.size() - 1).end();
    List<Token> closed = new ArrayList<>(some);
    closed.add(new Token(Kind.END, end, end, ""));
    return new TokenCursor(text, closed, faults);
  }

  DrlText text() {
    return text;
  }
}
