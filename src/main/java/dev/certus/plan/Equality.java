package dev.certus.plan;

import org.drools.model.AlphaIndex;
import org.drools.model.Index;
import org.drools.model.SingleConstraint;
import org.drools.model.functions.Function1;

/**
 * A constraint that compares a field with a fixed text or constant of an enum, so that it can be
 * looked up instead of tried.
 *
 * @param field the number of the field among those of its type that are so compared
 * @param reader reads it
 * @param value the text or constant
 */
record Equality(int field, Function1<Object, Object> reader, Object value) {

  /** The equality of a constraint, or null where it is none. */
  @SuppressWarnings("unchecked") // the model's lambdas have no types of their own
  static Equality of(SingleConstraint constraint) {
    if (constraint.getIndex() instanceof AlphaIndex<?, ?> index
        && index.getConstraintType() == Index.ConstraintType.EQUAL
        && (index.getRightValue() instanceof String || index.getRightValue() instanceof Enum)) {
      return new Equality(
          index.getIndexId(),
          (Function1<Object, Object>) index.getLeftOperandExtractor(),
          index.getRightValue());
    }
    return null;
  }
}
