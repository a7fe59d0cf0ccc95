package dev.certus.gate;

import dev.certus.drl.AttributeSource;
import dev.certus.drl.ConditionSource;
import dev.certus.drl.Element;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a rule may have before its consequence: phases, annotations, facts and conditions. */
final class RuleGrammar {

  private static final Set<String> GATHERING =
      Set.of("count", "sum", "min", "max", "average", "collectList", "collectSet");

  private final TypeNames types;
  private final ExpressionGrammar expressions;
  private final Refusals refusals;

  RuleGrammar(TypeNames types, ExpressionGrammar expressions, Refusals refusals) {
    this.types = types;
    this.expressions = expressions;
    this.refusals = refusals;
  }

  void check(RuleSource rule) {
    RuleSize.check(rule, refusals);
    rule.attributes().forEach(this::attribute);
    Annotations.check(rule.annotations(), Annotations.OF_RULES, refusals);
    for (Element element : rule.elements()) {
      element.patterns().forEach(this::pattern);
      element.results().forEach(this::result);
    }
  }

  private void attribute(AttributeSource attribute) {
    if (!RuleSource.isPhase(attribute.name())) {
      refusals.add(
          "forbidden-attribute",
          attribute.at(),
          "a rule has the attribute `%s`, which hides when it fires".formatted(attribute.name()),
          "let a rule of a later phase ask for what this one derives");
      Stream.ofNullable(attribute.value())
          .map(value -> Taboo.date(attribute.text()))
          .filter(Objects::nonNull)
          .forEach(refusals::add);
    }
  }

  private void pattern(PatternSource pattern) {
    boolean misspelt = !pattern.type().contains(".") && !types.isKnown(pattern.type());
    boolean allowed =
        pattern.from() == null ? types.isFact(pattern.type()) : types.isKnown(pattern.type());
    if (!allowed && !misspelt) { // the compiler says what a misspelt one may mean
      refusals.add(
          "forbidden-fact",
          pattern.typeAt(),
          "a rule may not ask for facts of the type `%s`".formatted(pattern.type()),
          "ask for a fact of the record, or for one that the pack declares");
    }
    pattern.conditions().stream().map(ConditionSource::tree).forEach(expressions::check);
    if (pattern.from() != null) {
      expressions.check(pattern.from().tree());
    }
  }

  /** A function of what is gathered, or a condition on it. */
  private void result(ConditionSource result) {
    Expression tree = result.tree();
    boolean gathers =
        tree instanceof Call call && call.owner() == null && GATHERING.contains(call.name());
    if (gathers) {
      tree.parts().forEach(expressions::check);
    } else {
      expressions.check(tree);
    }
  }
}
