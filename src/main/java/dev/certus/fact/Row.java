package dev.certus.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a decision's details: small tables, such as the options that a candidate has. */
public final class Row {

  private Row() {}

  /** A row of two columns, in this order. */
  public static Map<String, Object> of(String name, Object value, String name2, Object value2) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(name, value);
    row.put(name2, value2);
    return row;
  }

  /** The rows ordered by the named columns, the first the most important. */
  public static List<Map<String, Object>> sorted(
      Collection<Map<String, Object>> rows, String... columns) {
    return rows.stream().sorted(by(columns)).toList();
  }

  private static Comparator<Map<String, Object>> by(String... columns) {
    return (left, right) -> {
      for (String column : columns) {
        int order = compare(left.get(column), right.get(column));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  @SuppressWarnings("unchecked") // one column holds values of one type
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }
}
