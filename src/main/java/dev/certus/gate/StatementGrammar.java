package dev.certus.gate;

import dev.certus.drl.Span;
import dev.certus.drl.Statement;

/** What all statements have in common, those of consequences and of functions. */
final class StatementGrammar {

  private final TypeNames types;
  private final ExpressionGrammar expressions;
  private final Refusals refusals;

  StatementGrammar(TypeNames types, ExpressionGrammar expressions, Refusals refusals) {
    this.types = types;
    this.expressions = expressions;
    this.refusals = refusals;
  }

  /** Checks the type of a value, its type arguments included. */
  void type(Span type) {
    if (!type.text().equals("var") && !types.isKnownWithArguments(type.text())) {
      refusals.use(type, type.squeezed());
    }
  }

  /** Checks a statement that gives a value a name, or returns it. */
  void value(Statement statement) {
    if (statement.type() != null) {
      type(statement.type());
    }
    statement.parts().forEach(expressions::check);
  }

  /** Refuses a statement, or what it is made of, where that says more. */
  void refuse(Statement statement, String who, String help) {
    int before = refusals.count();
    statement.parts().forEach(expressions::orWithin);
    if (refusals.count() == before) {
      String text = Refusals.shown(statement.span().squeezed());
      refusals.add(
          "forbidden-statement",
          statement.span(),
          "%s may not do this: `%s`".formatted(who, text),
          help);
    }
  }
}
