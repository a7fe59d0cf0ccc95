package dev.certus.plan;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.objectweb.asm.Opcodes;

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
      return of(single, slots(List.of(single.getVariables()), slots));
    }
    List<Check> parts = constraint.getChildren().stream().map(child -> of(child, slots)).toList();
    return constraint.getType() == Constraint.Type.OR ? Check.any(parts) : Check.all(parts);
  }

  private static Check of(SingleConstraint constraint, List<Integer> at) {
    Object predicate = lambda(constraint);
    Class<?> type = type(constraint);
    return (code, other) -> {
      code.constant(predicate, type);
      if (type == PredicateN.class) {
        code.array(0, at);
        code.call(type, "test", boolean.class, Object[].class);
      } else {
        at.forEach(code::load);
        code.call(type, "test", boolean.class, objects(at.size()));
      }
      code.jump(Opcodes.IFEQ, other);
    };
  }

  private static Class<?> type(SingleConstraint constraint) {
    if (constraint instanceof SingleConstraint1) {
      return Predicate1.class;
    }
    if (constraint instanceof SingleConstraint2) {
      return Predicate2.class;
    }
    return constraint instanceof SingleConstraint3 ? Predicate3.class : PredicateN.class;
  }

  /** The types of arguments that lambdas have: they know no others. */
  static Class<?>[] objects(int arguments) {
    Class<?>[] objects = new Class<?>[arguments];
    Arrays.fill(objects, Object.class);
    return objects;
  }

  /** Works out the value of a binding and puts it into its slot. */
  static Check of(Binding binding, ToIntFunction<Variable> slots, int slot) {
    List<Integer> at = slots(List.of(binding.getInputVariables()), slots);
    if (at.size() == 1 && binding.getBindingFunction() != null) {
      Function1 function = lambda(binding.getBindingFunction());
      return (code, other) -> {
        code.constant(function, Function1.class);
        code.load(at.get(0));
        code.call(Function1.class, "apply", Object.class, Object.class);
        code.store(slot);
      };
    }
    return (code, other) -> {
      code.constant(binding, Binding.class);
      code.array(0, at);
      code.call(Binding.class, "eval", Object.class, Object[].class);
      code.store(slot);
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

  /** Where some variables are. */
  static List<Integer> slots(List<Variable> variables, ToIntFunction<Variable> slots) {
    return variables.stream().map(slots::applyAsInt).toList();
  }
}
