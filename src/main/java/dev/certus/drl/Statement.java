package dev.certus.drl;

import java.util.List;
import java.util.stream.Stream;

/**
 * A statement of a consequence or a function.
 *
 * @param span its place, its semicolon not included
 * @param parts the outermost expressions that it is made of; one where it is but an expression
 */
public record Statement(Span span, List<Expression> parts) {

  /** All its expressions, from the outside in. */
  public Stream<Expression> all() {
    return parts.stream().flatMap(Expression::all);
  }

  /** The expression that it is, or null where it is another statement. */
  public Expression expression() {
    return parts.size() == 1 && parts.get(0).span().equals(span) ? parts.get(0) : null;
  }
}
