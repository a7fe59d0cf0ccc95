package dev.certus.engine;

import dev.certus.fact.Conclusion;
import dev.certus.rulebook.RuleInfo;
import java.util.BitSet;
import java.util.List;

/**
 * A conclusion and what it was drawn from.
 *
 * @param conclusion what the rule concluded
 * @param rule the rule
 * @param grounds the facts that it matched or gathered
 * @param readings the readings it rests on, as places in the pack's order
 */
record Finding(Conclusion conclusion, RuleInfo rule, List<Object> grounds, BitSet readings) {

  /** The id of the clause that the rule states, or null. */
  String clause() {
    return rule.clause();
  }
}
