package dev.certus.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.drools.model.Binding;
import org.drools.model.Constraint;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.constraints.SingleConstraint1;
import org.drools.model.constraints.SingleConstraint2;
import org.drools.model.constraints.SingleConstraint3;
import org.drools.model.functions.Function1;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.PredicateN;

/** Makes checks of the constraints and bindings of Drools' model. */
@SuppressWarnings({"rawtypes", "unchecked"}) // the model's lambdas have no types of their own
final class Checks {

  private Checks() {}

  /** The single constraints and alternatives that a pattern's constraint is made of, in order. */
  static List<Constraint> parts(Constraint constraint) {
    List<Constraint> parts = new ArrayList<>();
    switch (constraint.getType()) {
      case SINGLE -> {
        SingleConstraint single = (SingleConstraint) constraint;
        if (single.isTemporal()) {
          throw new UnknownShapeException("it compares the times of events");
        }
        if (single != SingleConstraint.TRUE) {
          parts.add(single);
        }
      }
      case MULTIPLE, AND -> constraint.getChildren().forEach(child -> parts.addAll(parts(child)));
      case OR -> parts.add(constraint);
    }
    return parts;
  }

  /** The variables that a constraint reads. */
  static List<Variable> variables(Constraint constraint) {
    if (constraint instanceof SingleConstraint single) {
      return List.of(single.getVariables());
    }
    return constraint.getChildren().stream()
        .flatMap(child -> variables(child).stream())
        .distinct()
        .toList();
  }

  /**
   * A check of a constraint.
   *
   * @param slots where its variables are
   */
  static Check of(Constraint constraint, ToIntFunction<Variable> slots) {
    if (constraint instanceof SingleConstraint single) {
      return of(single, List.of(single.getVariables()).stream().mapToInt(slots).toArray());
    }
    List<Check> parts = constraint.getChildren().stream().map(child -> of(child, slots)).toList();
    return constraint.getType() == Constraint.Type.OR ? Check.any(parts) : Check.all(parts);
  }

  private static Check of(SingleConstraint constraint, int[] at) {
    if (constraint instanceof SingleConstraint1) {
      Predicate1 predicate = lambda(constraint.getPredicate1());
      int a = at[0];
      return row -> predicate.test(row[a]);
    }
    if (constraint instanceof SingleConstraint2) {
      Predicate2 predicate = lambda(constraint.getPredicate2());
      int a = at[0];
      int b = at[1];
      return row -> predicate.test(row[a], row[b]);
    }
    if (constraint instanceof SingleConstraint3) {
      Predicate3 predicate = lambda(constraint.getPredicate3());
      int a = at[0];
      int b = at[1];
      int c = at[2];
      return row -> predicate.test(row[a], row[b], row[c]);
    }
    PredicateN predicate = constraint.getPredicate();
    return row -> predicate.test(values(row, at));
  }

  /** Works out the value of a binding and puts it into its slot. */
  static Check of(Binding binding, ToIntFunction<Variable> slots, int slot) {
    int[] at = List.of(binding.getInputVariables()).stream().mapToInt(slots).toArray();
    if (at.length == 1 && binding.getBindingFunction() != null) {
      Function1 function = lambda(binding.getBindingFunction());
      int a = at[0];
      return row -> {
        row[slot] = function.apply(row[a]);
        return true;
      };
    }
    return row -> {
      row[slot] = binding.eval(values(row, at));
      return true;
    };
  }

  /** What a constraint tries: one object for all constraints that are the same. */
  static Object lambda(SingleConstraint constraint) {
    if (constraint instanceof SingleConstraint1) {
      return lambda(constraint.getPredicate1());
    }
    if (constraint instanceof SingleConstraint2) {
      return lambda(constraint.getPredicate2());
    }
    return constraint instanceof SingleConstraint3
        ? lambda(constraint.getPredicate3())
        : constraint.getPredicate();
  }

  /** The compiled lambda itself, without what Drools wraps around it. */
  private static <T> T lambda(T wrapped) {
    return wrapped instanceof IntrospectableLambda lambda ? (T) lambda.getLambda() : wrapped;
  }

  /** The values at some slots. */
  static Object[] values(Object[] row, int[] at) {
    Object[] values = new Object[at.length];
    for (int i = 0; i < at.length; i++) {
      values[i] = row[at[i]];
    }
    return values;
  }
}
