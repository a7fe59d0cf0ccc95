package dev.certus.plan;

import dev.certus.problem.Problem;
import dev.certus.rulebook.RuleInfo;

/**
 * A rule that is left to sessions of Drools.
 *
 * @param rule the rule
 * @param why what of it cannot be planned, as the end of a sentence
 */
record Unplanned(RuleInfo rule, String why) {

  Problem problem() {
    return new Problem(
        "unplanned",
        rule.at(),
        "rule `%s` has no plan, since %s".formatted(rule.name(), why),
        "sessions of Drools decide the pack, which takes longer: --engine session, or auto");
  }
}
