package dev.certus.explain;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** Compares values as rules do. */
final class Comparing {

  private Comparing() {}

  /** Whether two values are the same; numbers of different types are by their amounts. */
  static boolean same(Object one, Object other) {
    return Objects.equals(one, other) || order(one, other).filter(order -> order == 0).isPresent();
  }

  /** Whether a comparison holds; empty where the values or the operator do not allow it. */
  static Optional<Boolean> holds(Object left, String operator, Object right) {
    return switch (operator) {
      case "==" -> Optional.of(same(left, right));
      case "!=" -> Optional.of(!same(left, right));
      case "<" -> order(left, right).map(order -> order < 0);
      case "<=" -> order(left, right).map(order -> order <= 0);
      case ">" -> order(left, right).map(order -> order > 0);
      case ">=" -> order(left, right).map(order -> order >= 0);
      default -> Optional.empty();
    };
  }

  @SuppressWarnings("unchecked") // values of one class compare with one another
  private static Optional<Integer> order(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return Optional.of(number(left).compareTo(number(right)));
    }
    boolean comparable =
        left instanceof Comparable && right != null && left.getClass() == right.getClass();
    return comparable
        ? Optional.of(((Comparable<Object>) left).compareTo(right))
        : Optional.empty();
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }
}
