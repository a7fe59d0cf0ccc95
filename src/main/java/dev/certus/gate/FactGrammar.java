package dev.certus.gate;

import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Arithmetic;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.TypeSource;
import dev.certus.drl.TypeSource.FieldSource;
import dev.certus.problem.DidYouMean;

/** What a declared fact may be: fields of known types, with literal defaults. */
final class FactGrammar {

  private static final String CODE = "forbidden-declaration";

  private final TypeNames types;
  private final Refusals refusals;

  FactGrammar(TypeNames types, Refusals refusals) {
    this.types = types;
    this.refusals = refusals;
  }

  void check(TypeSource type) {
    String taken = types.rules().type(type.name());
    if (taken != null || type.name().contains(".")) {
      refusals.add(
          CODE,
          type.at(),
          taken == null
              ? "a declared fact has a name without dots, not `%s`".formatted(type.name())
              : "there is a `%s` already: `%s`".formatted(type.name(), taken),
          "give the fact a name of its own");
    }
    if (type.parent() != null && !types.isDeclared(type.parent())) {
      refusals.add(
          CODE,
          type.parentAt(),
          "a fact may not extend `%s`, which the pack does not declare".formatted(type.parent()),
          DidYouMean.oneOf(type.parent(), types.declared()));
    }
    type.fields().forEach(this::check);
    Annotations.check(type.annotations(), Annotations.OF_TYPES, refusals);
  }

  private void check(FieldSource field) {
    if (!types.isKnown(field.type())) {
      refusals.add(
          CODE,
          field.typeAt(),
          "a field may not be of the type `%s`".formatted(field.type()),
          DidYouMean.oneOf(field.type(), types.declared()));
    }
    if (field.initial() != null && !isLiteral(field.initial().tree())) {
      refusals.add(
          CODE,
          field.initial().span(),
          "the initial value of a field is computed: `%s`".formatted(field.initial().text()),
          "write a text, a number, true or false; let the rule that inserts the fact compute it");
    }
  }

  private static boolean isLiteral(Expression value) {
    return value instanceof Literal
        || (value instanceof Arithmetic negative
            && negative.parts().size() == 1
            && negative.parts().get(0) instanceof Literal);
  }
}
