package dev.certus.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One object of a record: a value for each of its fields, null where it has none. Values are texts,
 * {@link Integer}, {@link java.math.BigDecimal}, {@link Boolean}, {@link LocalDate}, {@link
 * Instant}, {@link ZoneId} and entries, by the kind of the field. Immutable.
 */
public final class RecordEntry {

  private final RecordObject shape;
  private final Object[] values;

  /**
   * An object.
   *
   * @param shape its fields
   * @param values their values, in the same order; the entry keeps the array
   */
  RecordEntry(RecordObject shape, Object... values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * An object with these values, by the names of fields; other fields have their defaults. What is
   * no field is left out.
   */
  public static RecordEntry of(RecordObject shape, Map<String, ?> values) {
    Object[] all = new Object[shape.fields().size()];
    for (int i = 0; i < all.length; i++) {
      RecordField field = shape.fields().get(i);
      Object value = values.get(field.name());
      all[i] = value == null ? field.otherwise() : value;
    }
    return new RecordEntry(shape, all);
  }

  /** The same object with other fields: without what those lack, and with their defaults. */
  RecordEntry as(RecordObject other) {
    Map<String, Object> all = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      RecordField field = shape.fields().get(i);
      RecordField now = other.field(field.name());
      if (now != null && now.kind() == field.kind()) {
        all.put(
            field.name(),
            values[i] instanceof RecordEntry part ? part.as(now.object()) : values[i]);
      }
    }
    return of(other, all);
  }

  /** Its fields. */
  public RecordObject shape() {
    return shape;
  }

  /** The value of the field at a place, or null. */
  public Object value(int index) {
    return values[index];
  }

  /** The value of a field, or null where it has none, or there is no such field. */
  public Object value(String field) {
    int index = shape.index(field);
    return index < 0 ? null : values[index];
  }

  /** The text of a field, or null. */
  public String text(String field) {
    return (String) value(field);
  }

  /** The instant of a field, or null. */
  public Instant instant(String field) {
    return (Instant) value(field);
  }

  /** The date of a field, or null. */
  public LocalDate date(String field) {
    return (LocalDate) value(field);
  }

  /** Its id within its list. */
  public String id() {
    return text(RecordShape.ID);
  }

  /** Its own zone, or null where it has none. */
  public ZoneId zone() {
    return (ZoneId) value(RecordShape.ZONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordEntry entry
        && shape.equals(entry.shape)
        && Arrays.equals(values, entry.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return shape.name() + Arrays.toString(values);
  }
}
