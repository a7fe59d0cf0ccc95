package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.FunctionSource;
import dev.certus.problem.Problem;
import dev.certus.types.Scope;
import dev.certus.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Functions that ask by {@code ==} whether two values are one object. In a condition {@code ==}
 * compares what they hold; a function is Java.
 */
final class IdentityCheck {

  private static final Set<String> OPERATORS = Set.of("==", "!=");

  private final DrlTree drl;
  private final Types types;
  private final List<Problem> problems = new ArrayList<>();

  IdentityCheck(DrlTree drl) {
    this.drl = drl;
    this.types = new Types(drl);
  }

  List<Problem> problems() {
    drl.functions().forEach(this::look);
    return problems;
  }

  private void look(FunctionSource function) {
    Scope scope = Scope.of(function, types);
    function
        .body()
        .all()
        .filter(Comparison.class::isInstance)
        .map(Comparison.class::cast)
        .filter(comparison -> OPERATORS.contains(comparison.operator()))
        .filter(comparison -> isObject(comparison.left(), scope))
        .filter(comparison -> isObject(comparison.right(), scope))
        .forEach(this::add);
  }

  /** Whether a value is known to be an object of which there may be several that are equal. */
  private static boolean isObject(Expression expression, Scope scope) {
    Class<?> type = scope.type(expression).type();
    return type != null && !type.isPrimitive() && !type.isEnum();
  }

  private void add(Comparison comparison) {
    String equal = "%s.equals( %s )".formatted(comparison.left().text(), comparison.right().text());
    problems.add(
        new Problem(
            "identity",
            comparison.operatorAt().at(drl.files()),
            "`%s` in a function asks whether both are one object, not whether they are equal"
                .formatted(comparison.operator()),
            "write `%s%s`".formatted(comparison.operator().equals("==") ? "" : "!", equal)));
  }
}
