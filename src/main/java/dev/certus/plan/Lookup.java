package dev.certus.plan;

import org.drools.model.BetaIndex;
import org.drools.model.Constraint;
import org.drools.model.Index;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.constraints.SingleConstraint2;
import org.drools.model.functions.Function1;

/**
 * A constraint that compares a field of a pattern's fact with an earlier value, so that the facts
 * can be looked up by it where there are many. It is tried on what is found all the same.
 *
 * @param reader reads the field
 * @param key makes the value to compare of the earlier variable
 * @param other that variable
 */
@SuppressWarnings("rawtypes") // the model's variables have no types of their own
record Lookup(Function1<Object, Object> reader, Function1<Object, Object> key, Variable other) {

  /**
   * The lookup of a constraint, or null where it is none.
   *
   * @param own the variable of the pattern
   */
  @SuppressWarnings("unchecked") // nor have its lambdas
  static Lookup of(Constraint constraint, Variable own) {
    if (constraint instanceof SingleConstraint2
        && ((SingleConstraint) constraint).getIndex() instanceof BetaIndex index
        && index.getConstraintType() == Index.ConstraintType.EQUAL) {
      Variable[] variables = ((SingleConstraint) constraint).getVariables();
      if (variables[0] == own) {
        return new Lookup(
            index.getLeftOperandExtractor(), index.getRightOperandExtractor(), variables[1]);
      }
    }
    return null;
  }
}
