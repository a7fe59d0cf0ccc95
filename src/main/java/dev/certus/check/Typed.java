package dev.certus.check;

import dev.certus.drl.TypeSource;

/**
 * What is known of an expression's value.
 *
 * @param type the Java class that it has, or null
 * @param declared the declared type that it has, or null
 * @param owner the class that has the field it comes from, or null
 * @param field the field that it comes from, or null
 */
record Typed(Class<?> type, TypeSource declared, Class<?> owner, String field) {

  /** Nothing is known. */
  static final Typed UNKNOWN = new Typed(null, null, null, null);

  /** Whether it comes from a field of a class. */
  boolean isField(Class<?> ofOwner, String ofField) {
    return owner == ofOwner && ofField.equals(field);
  }
}
