package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;

/** One branch of a rule; most rules have but one. */
final class PlannedRule {

  private final RuleInfo info;
  private int[] lists;
  private PlanStep first;

  PlannedRule(RuleInfo info) {
    this.info = info;
  }

  /** Sets its way, which ends in a step that knows the rule. */
  void set(int[] itsLists, PlanStep itsFirst) {
    lists = itsLists;
    first = itsFirst;
  }

  RuleInfo info() {
    return info;
  }

  /** The number of the list of each pattern that takes facts, by its place. */
  int[] lists() {
    return lists;
  }

  /** The first step. */
  PlanStep first() {
    return first;
  }
}
