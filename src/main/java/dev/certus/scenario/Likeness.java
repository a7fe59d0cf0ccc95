package dev.certus.scenario;

import dev.certus.time.Moment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Compares expected values with given ones: moments as instants, numbers by value, lists item by
 * item, and of a mapping only the names that are expected.
 */
final class Likeness {

  private Likeness() {}

  static boolean alike(Object expected, Object given) {
    if (expected == null || given == null) {
      return expected == given;
    }
    if (expected instanceof Map<?, ?> names && given instanceof Map<?, ?> values) {
      return names.entrySet().stream().allMatch(e -> alike(e.getValue(), values.get(e.getKey())));
    }
    if (expected instanceof List<?> items && given instanceof List<?> values) {
      return alike(items, values);
    }
    if (expected instanceof Number && given instanceof Number) {
      return number(expected).compareTo(number(given)) == 0;
    }
    if (given instanceof Moment moment) {
      return sameInstant(expected.toString(), moment);
    }
    return expected.toString().equals(given.toString());
  }

  private static boolean alike(List<?> expected, List<?> given) {
    if (expected.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!alike(expected.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal number(Object number) {
    return new BigDecimal(number.toString());
  }

  private static boolean sameInstant(String expected, Moment given) {
    try {
      return OffsetDateTime.parse(expected).toInstant().equals(given.instant());
    } catch (DateTimeException e) {
      return false;
    }
  }
}
