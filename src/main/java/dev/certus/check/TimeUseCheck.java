package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.New;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.problem.Problem;
import dev.certus.types.Scope;
import dev.certus.types.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules that take the date or the instant of the present away, and so compare it on their own: when
 * their decisions change cannot be derived, and is searched for.
 */
final class TimeUseCheck {

  private static final Set<String> TAKEN = Set.of("date", "instant");

  /** What only makes a reason. */
  private static final String REASON = "because";

  private final DrlTree drl;
  private final Set<String> moving = new HashSet<>();
  private final List<Problem> notes = new ArrayList<>();

  TimeUseCheck(DrlTree drl) {
    this.drl = drl;
  }

  /** A note on each such place. */
  List<Problem> notes() {
    while (learns()) {
      // until no further field of a fact is known to follow the present
    }
    Types types = new Types(drl, moving);
    for (RuleSource rule : drl.rules()) {
      Scope.visit(rule, types, (expression, scope) -> look(rule, expression, scope));
    }
    return notes;
  }

  /** Whether one more field is known to be given moments or days that follow the present. */
  private boolean learns() {
    int before = moving.size();
    Types types = new Types(drl, moving);
    for (RuleSource rule : drl.rules()) {
      Scope.visit(
          rule,
          types,
          (expression, scope) ->
              expression
                  .all()
                  .filter(New.class::isInstance)
                  .forEach(one -> learn((New) one, scope)));
    }
    return moving.size() > before;
  }

  private void learn(New fact, Scope scope) {
    List<String> fields = drl.fields(fact.type());
    for (int i = 0; i < Math.min(fields.size(), fact.arguments().size()); i++) {
      if (scope.type(fact.arguments().get(i)).moves()) {
        moving.add(fact.type() + "." + fields.get(i));
      }
    }
  }

  private void look(RuleSource rule, Expression expression, Scope scope) {
    if (expression instanceof Member member && TAKEN.contains(member.name())) {
      look(rule, member.owner(), member.name(), member.nameAt(), scope);
    } else if (expression instanceof Call call
        && call.owner() != null
        && TAKEN.contains(call.name())) {
      look(rule, call.owner(), call.name(), call.nameAt(), scope);
    }
    parts(expression).forEach(part -> look(rule, part, scope));
  }

  private static Stream<Expression> parts(Expression expression) {
    return expression instanceof Call call && call.name().equals(REASON)
        ? Stream.ofNullable(call.owner())
        : expression.parts().stream();
  }

  private void look(RuleSource rule, Expression owner, String name, Span at, Scope scope) {
    if (scope.type(owner).moves()) {
      notes.add(
          new Problem(
              "time-search",
              at.at(drl.files()),
              "rule `%s` takes the %s of the as-of instant: when its decisions change is searched for, not derived"
                  .formatted(rule.name(), name),
              "compare days or moments, such as `$now.day.on( exam.lastDay ) >= $now.day`"));
    }
  }
}
