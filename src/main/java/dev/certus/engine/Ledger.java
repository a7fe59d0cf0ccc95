package dev.certus.engine;

import dev.certus.decision.Subject;
import dev.certus.fact.Conclusion;
import dev.certus.fact.Conclusions;
import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Writes down which match inserted and concluded what, so that a decision's clause, rule, readings
 * and evidence come from the match itself.
 */
final class Ledger implements Conclusions {

  private IdentityHashMap<Object, BitSet> readings; // of facts; null until one rests on some
  private final List<Finding> findings = new ArrayList<>();
  private final List<RuleInfo> fired = new ArrayList<>();
  private RuleInfo rule;
  private List<Object> grounds = List.of();
  private BitSet taken;

  /**
   * A rule is about to fire.
   *
   * @param facts what it matched and gathered
   * @param counted the same, with the elements of a list that it made of facts in place of those
   */
  void fires(RuleInfo next, List<Object> facts, List<Object> counted) {
    rule = next;
    grounds = facts;
    fired.add(next);
    taken = readings(counted);
  }

  /** The rule that fired last has inserted a fact. */
  void inserts(Object fact) {
    if (!taken.isEmpty()) {
      readings = readings == null ? new IdentityHashMap<>() : readings;
      readings.put(fact, taken);
    }
  }

  @Override
  public Conclusion give(String code, Subject subject) {
    Conclusion conclusion = new Conclusion(code, subject);
    findings.add(new Finding(conclusion, rule, grounds, taken));
    return conclusion;
  }

  /** The readings of the firing rule, and those that some facts rest on. */
  private BitSet readings(List<Object> facts) {
    BitSet all = rule.readings();
    if (readings == null) {
      return all;
    }
    boolean own = false;
    for (int i = 0; i < facts.size(); i++) {
      BitSet inherited = readings.get(facts.get(i));
      if (inherited != null) {
        if (!own) {
          all = (BitSet) all.clone();
          own = true;
        }
        all.or(inherited);
      }
    }
    return all;
  }

  /** The rules that fired, one after another. */
  List<RuleInfo> fired() {
    return fired;
  }

  /** What was concluded, in the order of firing. */
  List<Finding> findings() {
    return findings;
  }

  /** The rule that fired last, or null. */
  RuleInfo lastRule() {
    return rule;
  }

  /** The facts that the rule matched that fired last. */
  List<Object> lastGrounds() {
    return grounds;
  }
}
