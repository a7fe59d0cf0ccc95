package dev.certus.drl;

import java.util.List;

/**
 * A pattern of a rule: a fact that there must be, or must not be.
 *
 * @param type the name of the fact's type
 * @param typeAt its place
 * @param binding the variable that holds the fact, or null
 * @param quantity how many such facts are asked for
 * @param conditions the conditions in its parentheses, one a comma
 * @param head from its beginning to its opening parenthesis
 * @param from where its facts come from instead of the session, or null
 * @param whole all of it
 */
public record PatternSource(
    String type,
    Span typeAt,
    String binding,
    Quantity quantity,
    List<ConditionSource> conditions,
    Span head,
    ExpressionSource from,
    Span whole) {

  /** How many facts a pattern asks for. */
  public enum Quantity {
    /** The rule matches for each of them. */
    EACH,
    /** There is one or more. */
    SOME,
    /** There is none. */
    NONE,
    /** All of them together. */
    ALL,
    /** Each item of a fact's list. */
    EACH_ITEM
  }

  /** Whether its answer is wrong as long as further such facts may come. */
  public boolean needsAll() {
    return quantity == Quantity.NONE || quantity == Quantity.ALL;
  }

  PatternSource with(Quantity other) {
    return new PatternSource(type, typeAt, binding, other, conditions, head, from, whole);
  }
}
