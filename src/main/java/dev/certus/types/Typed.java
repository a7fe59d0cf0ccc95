package dev.certus.types;

import dev.certus.drl.TypeSource;
import dev.certus.time.Day;
import dev.certus.time.Moment;

/**
 * What is known of an expression's value.
 *
 * @param type the Java class that it has, or null
 * @param declared the declared type that it has, or null
 * @param owner the class that has the field it comes from, or null
 * @param field the field that it comes from, or null
 * @param moves whether it is a moment or day that follows the present
 */
public record Typed(
    Class<?> type, TypeSource declared, Class<?> owner, String field, boolean moves) {

  /** Nothing is known. */
  public static final Typed UNKNOWN = new Typed(null, null, null, null, false);

  /** The same, of which it is known whether it follows the present. */
  public Typed moving(boolean does) {
    return new Typed(type, declared, owner, field, does && isTime());
  }

  /** Whether it is a moment or a day. */
  public boolean isTime() {
    return type == Moment.class || type == Day.class;
  }

  /** Whether it comes from a field of a class. */
  public boolean isField(Class<?> ofOwner, String ofField) {
    return owner == ofOwner && ofField.equals(field);
  }
}
