package dev.certus.pack;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A row of the catalogue, with the columns that the pack adds. */
public abstract class CatalogueRow {

  private final Attributes attributes;
  private final Attributes.Of of;
  private final Map<String, Object> values;

  CatalogueRow(Attributes attributes, Attributes.Of of, Map<String, Object> values) {
    this.attributes = attributes;
    this.of = of;
    this.values = values;
  }

  /**
   * The value of a column, whatever it holds: a text, a list of texts, a number, a flag, a date, or
   * dates by key; null where the row has none.
   */
  public final Object value(Attributes.Column column) {
    return values.get(column.name());
  }

  /**
   * The text of a column; null where the row has none.
   *
   * @throws IllegalArgumentException where the catalogue declares no such text
   */
  public final String text(String column) {
    return (String) attributes.of(of, column, Attributes.Kind.TEXT, values);
  }

  /** The texts of a column; none where the row has none. */
  @SuppressWarnings("unchecked") // texts are read as such
  public final List<String> texts(String column) {
    Object texts = attributes.of(of, column, Attributes.Kind.TEXTS, values);
    // Rules may ask whether a missing text is among them, which List.of() answers by an exception.
    return texts == null ? Collections.emptyList() : (List<String>) texts;
  }

  /** The number of a column; null where the row has none. */
  public final Integer number(String column) {
    return (Integer) attributes.of(of, column, Attributes.Kind.NUMBER, values);
  }

  /** Whether a column is set. */
  public final boolean flag(String column) {
    return Boolean.TRUE.equals(attributes.of(of, column, Attributes.Kind.FLAG, values));
  }

  /** The date of a column; null where the row has none. */
  public final LocalDate date(String column) {
    return (LocalDate) attributes.of(of, column, Attributes.Kind.DATE, values);
  }

  /**
   * The date that a column of dates has for a key, else the one that it has for {@code default};
   * null where the row has neither, or where there is no key.
   */
  @SuppressWarnings("unchecked") // dates are read as such
  public final LocalDate date(String column, String key) {
    Object dates = attributes.of(of, column, Attributes.Kind.DATES, values);
    if (dates == null || key == null) {
      return null;
    }
    Map<String, LocalDate> byKey = (Map<String, LocalDate>) dates;
    return byKey.getOrDefault(key, byKey.get(Term.DEFAULT));
  }
}
