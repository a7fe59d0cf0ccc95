package dev.certus.drl;

import dev.certus.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a DRL file into tokens. A fault in one line does not affect the next. */
public final class Lexer {

  private static final int DEEPEST = 100;

  private static final List<String> LONG_SYMBOLS =
      List.of("==", "!=", "<=", ">=", "&&", "||", "::", "->", "!.", ":=");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Token> comments = new ArrayList<>();
  private final List<SyntaxFault> faults = new ArrayList<>();

  private Lexer(String text) {
    this.text = text;
  }

  /** Reads a whole file. */
  public static Lexer of(String text) {
    Lexer lexer = new Lexer(text);
    int at = 0;
    while (at < text.length()) {
      at = Character.isWhitespace(text.charAt(at)) ? at + 1 : lexer.read(at);
    }
    lexer.hidden("\\u", "`\\u` writes a character by its number", "write the character itself");
    lexer.hidden("\"\"\"", "a text of several lines", "write a text in one pair of quotes");
    lexer.tokens.add(new Token(Kind.END, text.length(), text.length(), ""));
    return lexer;
  }

  /** Whether brackets stand so deep within one another that nothing should read them. */
  boolean isTooDeep() {
    int depth = 0;
    for (Token token : tokens) {
      depth += TokenCursor.opens(token) ? 1 : TokenCursor.closes(token) ? -1 : 0;
      if (depth > DEEPEST) {
        faults.add(
            new SyntaxFault(
                token.start(),
                "more than %d brackets within one another".formatted(DEEPEST),
                "give parts of it names, or write several rules"));
        return true;
      }
    }
    return false;
  }

  /** The tokens without comments; the last one is the end of the file. */
  public List<Token> tokens() {
    return tokens;
  }

  /** The comments. */
  public List<Token> comments() {
    return comments;
  }

  /** Texts and comments that are not closed. */
  List<SyntaxFault> faults() {
    return faults;
  }

  /** Reads the token that begins at an offset and returns where it ends. */
  private int read(int at) {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      return comment(at, orEnd(text.indexOf('\n', at)));
    }
    if (text.startsWith("/*", at)) {
      return blockComment(at);
    }
    if (c == '"' || c == '\'') {
      return quoted(at, c);
    }
    if (Character.isDigit(c)) {
      return add(Kind.NUMBER, at, endOfNumber(at));
    }
    if (Character.isJavaIdentifierStart(c)) {
      return add(Kind.WORD, at, endOfWord(at));
    }
    boolean isLong = LONG_SYMBOLS.stream().anyMatch(symbol -> text.startsWith(symbol, at));
    return add(Kind.SYMBOL, at, at + (isLong ? 2 : 1));
  }

  /** Faults where the Java compiler would see another text than this one. */
  private void hidden(String mark, String message, String help) {
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
      faults.add(new SyntaxFault("forbidden-escape", at, message, help));
    }
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new Token(kind, start, end, text.substring(start, end)));
    return end;
  }

  private int comment(int start, int end) {
    comments.add(new Token(Kind.COMMENT, start, end, text.substring(start, end)));
    return end;
  }

  private int blockComment(int start) {
    int close = text.indexOf("*/", start + 2);
    if (close < 0) {
      faults.add(new SyntaxFault(start, "the comment that begins here is not closed", "add `*/`"));
    }
    return comment(start, close < 0 ? text.length() : close + 2);
  }

  private int quoted(int start, char quote) {
    for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return add(Kind.TEXT, start, i + 1);
      }
    }
    faults.add(
        new SyntaxFault(
            start, "the text that begins here is not closed on its line", "add the closing quote"));
    return add(Kind.TEXT, start, orEnd(text.indexOf('\n', start)));
  }

  private int endOfNumber(int start) {
    int end = endOfWord(start);
    boolean fraction =
        end + 1 < text.length()
            && text.charAt(end) == '.'
            && Character.isDigit(text.charAt(end + 1));
    return fraction ? endOfWord(end + 1) : end;
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int orEnd(int found) {
    return found < 0 ? text.length() : found;
  }
}
