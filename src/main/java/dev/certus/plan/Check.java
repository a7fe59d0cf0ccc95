package dev.certus.plan;

import java.util.List;

/** Something to try, or to work out, on the values that a match has so far. */
@FunctionalInterface
interface Check {

  /**
   * Tries it.
   *
   * @param row the values of the rule's variables, each at its slot
   * @return whether the match can go on
   */
  boolean passes(Object[] row) throws Exception;

  /** Checks in their order, up to the first that does not pass. */
  static Check all(List<Check> checks) {
    return switch (checks.size()) {
      case 0 -> row -> true;
      case 1 -> checks.get(0);
      case 2 -> {
        Check first = checks.get(0);
        Check second = checks.get(1);
        yield row -> first.passes(row) && second.passes(row);
      }
      default -> {
        Check first = checks.get(0);
        Check rest = all(checks.subList(1, checks.size()));
        yield row -> first.passes(row) && rest.passes(row);
      }
    };
  }

  /** Whether one of some checks passes, tried in their order. */
  static Check any(List<Check> checks) {
    return row -> {
      for (Check check : checks) {
        if (check.passes(row)) {
          return true;
        }
      }
      return false;
    };
  }
}
