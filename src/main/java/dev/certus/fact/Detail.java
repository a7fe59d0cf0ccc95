package dev.certus.fact;

import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the details of a decision can hold: what every form of output can write. */
final class Detail {

  private static final List<Class<?>> TYPES =
      List.of(
          String.class,
          Integer.class,
          BigDecimal.class,
          Boolean.class,
          Day.class,
          Moment.class,
          LocalDate.class,
          Instant.class,
          Long.class,
          Double.class);

  private Detail() {}

  /** Refuses a value that is neither of a type that can be written nor a list of rows of them. */
  static void check(String name, Object value) {
    if (value instanceof List<?> rows) {
      rows.forEach(row -> row(name, row));
    } else {
      single(name, value);
    }
  }

  private static void row(String name, Object row) {
    if (!(row instanceof Map<?, ?> columns)) {
      throw refused(name, row);
    }
    columns.values().forEach(value -> single(name, value));
  }

  private static void single(String name, Object value) {
    if (value != null && !TYPES.contains(value.getClass()) && !(value instanceof Enum)) {
      throw refused(name, value);
    }
  }

  private static IllegalArgumentException refused(String name, Object value) {
    return new IllegalArgumentException(
        "the detail `%s` is of the type %s; it can be a text, number, boolean, day, moment, date or a"
                .formatted(name, value.getClass().getSimpleName())
            + " list of rows of them");
  }
}
