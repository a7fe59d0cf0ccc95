package dev.certus.drl;

import dev.certus.drl.Expression.Choice;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decision that a rule gives, as its consequence says it.
 *
 * @param code the expression for its code
 * @param subject the expression for its subject
 */
public record GiveSource(Expression code, Expression subject) {

  /** The codes that it may have: that which is written there, or each of those chosen between. */
  public List<Expression> codes() {
    return choices(code).filter(choice -> choice.literalText() != null).toList();
  }

  /** Whether its code is not written there but comes from the facts. */
  public boolean isCodeDerived() {
    return choices(code).anyMatch(choice -> choice.literalText() == null);
  }

  private static Stream<Expression> choices(Expression code) {
    return code instanceof Choice choice
        ? Stream.of(choice.yes(), choice.no()).flatMap(GiveSource::choices)
        : Stream.of(code);
  }
}
