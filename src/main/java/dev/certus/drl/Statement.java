package dev.certus.drl;

import java.util.List;
import java.util.stream.Stream;

/**
 * A statement of a consequence or a function.
 *
 * @param kind what it is
 * @param span its place, its semicolon not included
 * @param type the type of the value that it names, or null
 * @param parts the outermost expressions that it is made of; one where it is but an expression
 */
public record Statement(Kind kind, Span span, Span type, List<Expression> parts) {

  /** The kinds of statements. */
  public enum Kind {
    /** An expression alone, such as a call. */
    EXPRESSION,
    /** A value that gets a name: {@code Moment until = …}. */
    LOCAL,
    /** {@code return …}. */
    RETURN,
    /** A loop, a block, or what else there may be. */
    OTHER
  }

  /** All its expressions, from the outside in. */
  public Stream<Expression> all() {
    return parts.stream().flatMap(Expression::all);
  }

  /** The expression that it is, or null where it is another statement. */
  public Expression expression() {
    return kind == Kind.EXPRESSION ? parts.get(0) : null;
  }
}
