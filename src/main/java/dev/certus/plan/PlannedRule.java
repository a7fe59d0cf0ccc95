package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.Arrays;
import java.util.List;

/** One branch of a rule; most rules have but one. */
final class PlannedRule {

  private final RuleInfo info;
  private final int number;
  private final int[] lists;

  /**
   * A branch.
   *
   * @param info what is known of the rule
   * @param number its number among the branches of all rules
   * @param lists the number of the list of each pattern that takes facts, by its place
   */
  PlannedRule(RuleInfo info, int number, List<Integer> lists) {
    this.info = info;
    this.number = number;
    this.lists = lists.stream().mapToInt(Integer::intValue).toArray();
  }

  RuleInfo info() {
    return info;
  }

  int number() {
    return number;
  }

  List<Integer> lists() {
    return Arrays.stream(lists).boxed().toList();
  }

  /** Whether each pattern has a fact to take. */
  boolean mayMatch(FactBuffer[] facts) {
    for (int list : lists) {
      if (facts[list].size() == 0) {
        return false;
      }
    }
    return true;
  }
}
