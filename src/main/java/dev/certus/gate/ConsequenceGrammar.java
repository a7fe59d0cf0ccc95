package dev.certus.gate;

import dev.certus.drl.DottedName;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.New;
import dev.certus.drl.Statement;
import dev.certus.problem.DidYouMean;

/** What a consequence may do: insert declared facts, give decisions, and give values names. */
final class ConsequenceGrammar {

  private final TypeNames types;
  private final ExpressionGrammar expressions;
  private final StatementGrammar statements;
  private final Refusals refusals;

  ConsequenceGrammar(
      TypeNames types,
      ExpressionGrammar expressions,
      StatementGrammar statements,
      Refusals refusals) {
    this.types = types;
    this.expressions = expressions;
    this.statements = statements;
    this.refusals = refusals;
  }

  void check(Statement statement) {
    Expression action = statement.expression();
    if (isInsert(action)) {
      insert((New) ((Call) action).arguments().get(0));
    } else if (isDecision(action)) {
      decision((Call) action);
    } else if (statement.kind() == Statement.Kind.LOCAL) {
      statements.value(statement);
    } else {
      statements.refuse(
          statement,
          "a consequence",
          "insert facts, `insert( new … )`, give decisions, `decisions.give( … )`, or name a value,"
              + " `Moment until = …`");
    }
  }

  private static boolean isInsert(Expression expression) {
    return expression instanceof Call call
        && call.owner() == null
        && call.name().equals("insert")
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof New;
  }

  private void insert(New fact) {
    if (!types.isDeclared(fact.type())) {
      refusals.add(
          "forbidden-fact",
          fact.typeAt(),
          "a rule inserts a `%s`, which the pack does not declare".formatted(fact.type()),
          DidYouMean.oneOf(DottedName.last(fact.type()), types.declared()));
    }
    fact.arguments().forEach(expressions::check);
  }

  private static boolean isDecision(Expression expression) {
    return expression instanceof Call call
        && (call.isOf("decisions") ? call.name().equals("give") : isDecision(call.owner()));
  }

  private void decision(Call call) {
    for (Expression part = call; part instanceof Call one; part = one.owner()) {
      one.arguments().forEach(expressions::check);
    }
  }
}
