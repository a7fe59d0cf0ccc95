package dev.certus.explain;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Expression.Not;
import dev.certus.drl.InsertSource;
import dev.certus.drl.PatternSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that a pattern asks of the fields of a fact. */
final class WantedFact {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** What a pattern asks for, as far as the values in sight say. */
  WantedFact(PatternSource pattern, Values values) {
    for (ConditionSource condition : pattern.conditions()) {
      if (!condition.bindsOnly()) {
        add(condition.tree(), values);
      }
    }
  }

  private void add(Expression condition, Values values) {
    if (condition instanceof Name flag) {
      fields.put(flag.name(), true);
    } else if (condition instanceof Not not && not.condition() instanceof Name flag) {
      fields.put(flag.name(), false);
    } else if (condition instanceof Comparison equality && isOfField(equality)) {
      String field = ((Name) equality.left()).name();
      values.of(equality.right()).ifPresent(known -> fields.put(field, known.value()));
    }
  }

  private static boolean isOfField(Comparison comparison) {
    return comparison.operator().equals("==")
        && comparison.left() instanceof Name name
        && !name.isVariable();
  }

  /** Whether a condition asks that a field have the value of a variable. */
  static boolean isJoin(ConditionSource condition) {
    return condition.tree() instanceof Comparison comparison
        && isOfField(comparison)
        && isOfVariable(comparison.right());
  }

  private static boolean isOfVariable(Expression expression) {
    return expression instanceof Name name
        ? name.isVariable()
        : (expression instanceof Member member && isOfVariable(member.owner()))
            || (expression instanceof Call call
                && call.owner() != null
                && isOfVariable(call.owner()));
  }

  /**
   * Whether an inserted fact has these values, as far as the values in sight say.
   *
   * @param names the names of its type's fields, in the order of the constructor
   */
  boolean mayBe(InsertSource insert, List<String> names, Values values) {
    List<Expression> arguments = insert.arguments();
    return fields.entrySet().stream()
        .allMatch(
            field -> {
              int place = names.indexOf(field.getKey());
              return place < 0
                  || place >= arguments.size()
                  || values
                      .of(arguments.get(place))
                      .map(known -> Comparing.same(known.value(), field.getValue()))
                      .orElse(true);
            });
  }
}
