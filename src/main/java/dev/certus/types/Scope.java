package dev.certus.types;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.Element;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The names in sight of a place in a rule, with their types. */
public final class Scope {

  private final Types types;
  private final Typed fact;
  private final Map<String, Typed> variables;

  private Scope(Types types, Typed fact, Map<String, Typed> variables) {
    this.types = types;
    this.fact = fact;
    this.variables = variables;
  }

  /** Visits the outermost expressions of a rule, each with the names in its sight. */
  public static void visit(RuleSource rule, Types types, BiConsumer<Expression, Scope> visitor) {
    Scope outside = new Scope(types, Typed.UNKNOWN, new HashMap<>());
    for (Element element : rule.elements()) {
      element.patterns().forEach(pattern -> outside.visit(pattern, visitor));
      element.results().forEach(result -> outside.gathered(result));
      element.results().forEach(result -> visitor.accept(result.tree(), outside));
    }
    rule.consequence().statements().stream()
        .flatMap(statement -> statement.parts().stream())
        .forEach(expression -> visitor.accept(expression, outside));
  }

  /** The parameters of a function. */
  public static Scope of(FunctionSource function, Types types) {
    Scope scope = new Scope(types, Typed.UNKNOWN, new HashMap<>());
    function
        .parameters()
        .forEach(
            parameter -> scope.bind(parameter.name().text(), types.named(parameter.type().text())));
    return scope;
  }

  private void visit(PatternSource pattern, BiConsumer<Expression, Scope> visitor) {
    Typed type = types.named(pattern.type());
    Scope inside = new Scope(types, type, variables);
    bind(pattern.binding(), type);
    for (ConditionSource condition : pattern.conditions()) {
      bind(condition.binding(), inside.type(field(condition.tree())));
      visitor.accept(condition.tree(), inside);
    }
    if (pattern.from() != null) {
      visitor.accept(pattern.from().tree(), this);
    }
  }

  /** A count is a number; of what else is gathered nothing is known. */
  private void gathered(ConditionSource result) {
    if (result.tree() instanceof Call call && call.owner() == null && call.name().equals("count")) {
      bind(result.binding(), new Typed(Long.class, null, null, null, false));
    }
  }

  /** The fact in whose pattern the place is; nothing is known of it outside of patterns. */
  public Typed fact() {
    return fact;
  }

  private void bind(String variable, Typed type) {
    if (variable != null) {
      variables.put(variable, type);
    }
  }

  /** What a condition with a binding binds: its left side. */
  private static Expression field(Expression condition) {
    return condition instanceof Comparison comparison ? comparison.left() : condition;
  }

  /** The type of an expression, as far as its names show. */
  public Typed type(Expression expression) {
    if (expression instanceof Name name) {
      return name.name().equals("this")
          ? fact
          : variables.containsKey(name.name())
              ? variables.get(name.name())
              : types.member(fact, name.name());
    }
    if (expression instanceof Member member) {
      return types.member(type(member.owner()), member.name());
    }
    if (expression instanceof Call call && call.owner() != null) {
      return call.arguments().isEmpty()
          ? types.member(type(call.owner()), call.name())
          : typeOfTime(call);
    }
    return Typed.UNKNOWN;
  }

  /** The type of what a call with arguments makes of moments and days; else nothing is known. */
  private Typed typeOfTime(Call call) {
    Typed last = type(call.arguments().get(call.arguments().size() - 1));
    if (call.isOf("terms")) {
      return last.isTime() ? last : Typed.UNKNOWN;
    }
    Typed owner = type(call.owner());
    if (!owner.isTime()) {
      return Typed.UNKNOWN;
    }
    boolean moves = call.name().equals("on") ? last.moves() : owner.moves() || last.moves();
    return types.returned(owner, call.name()).moving(moves);
  }
}
