package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Comparison;
import dev.certus.pack.Catalogue;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import dev.certus.types.Scope;
import dev.certus.types.Typed;
import dev.certus.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Texts that a rule compares with a column of the catalogue in which no row has them. */
final class ValueCheck {

  private final DrlTree drl;
  private final Columns columns;
  private final List<Problem> problems = new ArrayList<>();

  ValueCheck(DrlTree drl, Catalogue catalogue) {
    this.drl = drl;
    this.columns = new Columns(catalogue);
  }

  List<Problem> problems() {
    Types types = new Types(drl);
    drl.rules()
        .forEach(
            rule ->
                Scope.visit(
                    rule,
                    types,
                    (expression, scope) -> expression.all().forEach(part -> look(part, scope))));
    return problems;
  }

  private void look(Expression expression, Scope scope) {
    if (expression instanceof Comparison comparison) {
      look(comparison.left(), comparison.right(), scope);
      look(comparison.right(), comparison.left(), scope);
    }
  }

  private void look(Expression field, Expression value, Scope scope) {
    Typed column = scope.type(field);
    Set<String> known = columns.values(column);
    if (known == null) {
      return;
    }
    value
        .all()
        .filter(part -> part.literalText() != null && !known.contains(part.literalText()))
        .forEach(part -> problems.add(problem(column, part, known)));
  }

  private Problem problem(Typed column, Expression value, Set<String> known) {
    return new Problem(
        "unknown-value",
        value.inside().at(drl.files()),
        "no %s of the catalogue has the %s `%s`"
            .formatted(
                column.owner().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                column.field(),
                value.literalText()),
        DidYouMean.oneOf(value.literalText(), known));
  }
}
