package dev.certus.pack;

import java.time.LocalDate;
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
    return texts == null ? List.of() : (List<String>) texts;
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
}
