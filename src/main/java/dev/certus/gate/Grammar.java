package dev.certus.gate;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.problem.Problem;
import java.util.List;

/**
 * Says what DRL may be made of, and refuses the rest before anything is compiled: facts with plain
 * fields, conditions that compare, functions of one value, and consequences that insert declared
 * facts and give decisions. docs/policy/rules.md describes it.
 */
final class Grammar {

  private Grammar() {}

  /** A problem for each thing in a pack's DRL that the grammar does not have. */
  static List<Problem> problems(DrlTree drl) {
    Refusals refusals = new Refusals(drl);
    TypeNames types = new TypeNames(drl);
    ExpressionGrammar expressions = new ExpressionGrammar(types, refusals);
    StatementGrammar statements = new StatementGrammar(types, expressions, refusals);
    new FileGrammar(drl, types, refusals).check();
    FactGrammar facts = new FactGrammar(types, refusals);
    drl.types().forEach(facts::check);
    new FunctionGrammar(statements, refusals).check(drl.functions());
    RuleGrammar rules = new RuleGrammar(types, expressions, refusals);
    ConsequenceGrammar consequences =
        new ConsequenceGrammar(types, expressions, statements, refusals);
    for (RuleSource rule : drl.rules()) {
      rules.check(rule);
      rule.consequence().statements().forEach(consequences::check);
    }
    return refusals.problems();
  }
}
