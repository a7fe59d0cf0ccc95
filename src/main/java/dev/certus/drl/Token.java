package dev.certus.drl;

/**
 * A word, number, text or symbol of a DRL file.
 *
 * @param kind what it is
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param text its characters, the quotes of a text included
 */
public record Token(Kind kind, int start, int end, String text) {

  /** The kinds of tokens. */
  public enum Kind {
    /** A name or keyword, such as {@code rule} or {@code $exam}. */
    WORD,
    /** A number. */
    NUMBER,
    /** A text in double or single quotes. */
    TEXT,
    /** An operator, bracket or the like. */
    SYMBOL,
    /** A comment. */
    COMMENT,
    /** The end of the file. */
    END
  }

  /** Whether it is that symbol or word. */
  public boolean is(String symbolOrWord) {
    return kind != Kind.TEXT && text.equals(symbolOrWord);
  }

  /** Whether it is a name or keyword. */
  public boolean isWord() {
    return kind == Kind.WORD;
  }

  /** Whether it can begin a name of a type, field or variable. */
  boolean isOperand() {
    return kind == Kind.WORD || kind == Kind.NUMBER || kind == Kind.TEXT;
  }

  /** Whether the next one follows without white space or comment. */
  boolean touches(Token next) {
    return end == next.start;
  }
}
