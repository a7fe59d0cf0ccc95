package dev.certus.language;

import dev.certus.drl.Lexer;
import dev.certus.drl.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of a DRL file, and what it is.
 *
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param kind what it is
 */
public record Colored(int start, int end, Kind kind) {

  /** What a part of a file can be. */
  public enum Kind {
    /** A comment. */
    COMMENT,
    /** A word of DRL. */
    KEYWORD,
    /** A text in quotes. */
    STRING,
    /** A number. */
    NUMBER,
    /** A fact type. */
    TYPE,
    /** A field. */
    PROPERTY,
    /** A variable. */
    VARIABLE,
    /** A function. */
    FUNCTION
  }

  private static final Set<String> WORDS =
      Set.of(
          "package",
          "import",
          "static",
          "global",
          "function",
          "declare",
          "extends",
          "rule",
          "when",
          "then",
          "end",
          "not",
          "exists",
          "and",
          "or",
          "from",
          "accumulate",
          "collect",
          "new",
          "return",
          "true",
          "false",
          "null",
          "instanceof",
          "contains",
          "memberOf",
          "in");

  /** The parts of a file that are something, in their order. */
  static List<Colored> of(String text, List<Occurrence> names) {
    Map<Integer, Occurrence> byStart = new HashMap<>();
    names.forEach(name -> byStart.put(name.start(), name));
    Lexer lexer = Lexer.of(text);
    List<Colored> parts = new ArrayList<>();
    for (Token comment : lexer.comments()) {
      parts.add(new Colored(comment.start(), comment.end(), Kind.COMMENT));
    }
    for (Token token : lexer.tokens()) {
      Kind kind = kind(token, byStart.get(token.start()));
      if (kind != null) {
        parts.add(new Colored(token.start(), token.end(), kind));
      }
    }
    parts.sort(Comparator.comparing(Colored::start));
    return parts;
  }

  private static Kind kind(Token token, Occurrence name) {
    return switch (token.kind()) {
      case TEXT -> Kind.STRING;
      case NUMBER -> Kind.NUMBER;
      case WORD -> name == null ? word(token) : kind(name.symbol());
      default -> null;
    };
  }

  private static Kind word(Token token) {
    boolean isType = Character.isUpperCase(token.text().charAt(0));
    return WORDS.contains(token.text()) ? Kind.KEYWORD : isType ? Kind.TYPE : null;
  }

  private static Kind kind(Symbol symbol) {
    return switch (symbol.kind()) {
      case TYPE -> Kind.TYPE;
      case FIELD -> Kind.PROPERTY;
      case VARIABLE -> Kind.VARIABLE;
      case FUNCTION -> Kind.FUNCTION;
      default -> null;
    };
  }
}
