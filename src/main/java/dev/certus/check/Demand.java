package dev.certus.check;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Junction;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Expression.Not;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a condition demands of a fact.
 *
 * @param left what it asks of, such as a field
 * @param signs the signs that comparing it with {@code right} may have
 * @param right what it is compared with
 * @param isConstant whether that is a literal or a constant
 */
record Demand(String left, List<Integer> signs, String right, boolean isConstant) {

  private static final Map<String, List<Integer>> SIGNS =
      Map.of(
          "==", List.of(0),
          "!=", List.of(-1, 1),
          "<", List.of(-1),
          ">", List.of(1),
          "<=", List.of(-1, 0),
          ">=", List.of(0, 1));

  /** The demands that a fact must all meet; not those that it may meet instead of others. */
  static Stream<Demand> all(ConditionSource condition) {
    return condition.bindsOnly() ? Stream.of() : all(condition.tree());
  }

  private static Stream<Demand> all(Expression expression) {
    if (expression instanceof Junction junction) {
      return junction.isAny() ? Stream.of() : junction.parts().stream().flatMap(Demand::all);
    }
    if (expression instanceof Comparison comparison) {
      List<Integer> signs = SIGNS.get(comparison.operator());
      Expression right = comparison.right();
      return signs == null || !isPath(comparison.left())
          ? Stream.of()
          : Stream.of(new Demand(comparison.left().text(), signs, right.text(), isConstant(right)));
    }
    if (expression instanceof Not not) {
      return isPath(not.condition()) ? Stream.of(flag(not.condition(), false)) : Stream.of();
    }
    return isPath(expression) ? Stream.of(flag(expression, true)) : Stream.of();
  }

  private static Demand flag(Expression field, boolean value) {
    return new Demand(field.text(), SIGNS.get("=="), String.valueOf(value), true);
  }

  private static boolean isPath(Expression expression) {
    return expression instanceof Name
        || (expression instanceof Member member && isPath(member.owner()));
  }

  private static boolean isConstant(Expression expression) {
    boolean ofType =
        expression instanceof Member member
            && member.owner() instanceof Name type
            && Character.isUpperCase(type.name().charAt(0));
    return expression instanceof Literal || ofType;
  }

  /** Whether a field of this value can meet it, as far as it is compared with a constant. */
  boolean allows(Object value) {
    boolean same = right.equals(String.valueOf(value));
    return !isConstant
        || (signs.equals(SIGNS.get("==")) && same)
        || (signs.equals(SIGNS.get("!=")) && !same)
        || (!signs.equals(SIGNS.get("==")) && !signs.equals(SIGNS.get("!=")));
  }

  /** Whether nothing can meet both. */
  boolean contradicts(Demand other) {
    return left.equals(other.left)
        && (right.equals(other.right)
            ? Collections.disjoint(signs, other.signs)
            : isOneValue() && other.isOneValue());
  }

  /** Whether it asks for one value, and says which. */
  private boolean isOneValue() {
    return signs.equals(SIGNS.get("==")) && isConstant;
  }
}
