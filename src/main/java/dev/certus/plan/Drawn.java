package dev.certus.plan;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A pattern with {@code from}: takes each value that an expression gives, if it has the type and
 * passes the checks.
 *
 * @param source gives a collection, an array, or one value
 * @param type the pattern's type
 * @param slot where the value goes
 * @param before what the expression and the checks need and is the same for each value
 */
record Drawn(Source source, Class<?> type, int slot, Check before, Check checks, PlanStep next)
    implements PlanStep {

  /** The expression behind {@code from}. */
  interface Source {
    /** Works it out for a match. */
    Object of(Object[] row) throws Exception;
  }

  @Override
  public boolean match(Object[] row, Evaluation evaluation) throws Exception {
    before.passes(row); // works out values
    Iterator<?> values = iterator(source.of(row));
    while (values.hasNext()) {
      Object value = values.next();
      if (type.isInstance(value)) {
        row[slot] = value;
        if (checks.passes(row) && next.match(row, evaluation)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Iterator<?> iterator(Object given) {
    if (given instanceof Iterable<?> several) {
      return several.iterator();
    }
    if (given instanceof Iterator<?> iterator) {
      return iterator;
    }
    return (given instanceof Object[] array ? Arrays.asList(array) : one(given)).iterator();
  }

  private static List<?> one(Object value) {
    return value == null ? List.of() : List.of(value);
  }
}
