package dev.certus.plan;

/**
 * A pattern: takes each fact of a list that passes its checks.
 *
 * @param list the number of the list
 * @param slot where the fact goes
 * @param place the pattern's place among those of the rule that take facts, or -1 where it is
 *     negated or gathered
 * @param before what the checks need and is the same for each fact
 * @param checks what needs the fact, and others
 */
record Join(int list, int slot, int place, Check before, Check checks, PlanStep next)
    implements PlanStep {

  @Override
  public boolean match(Object[] row, Evaluation evaluation) throws Exception {
    FactBuffer facts = evaluation.facts(list);
    if (place >= 0 && place == evaluation.pivotPlace()) {
      return before.passes(row) && matches(evaluation.pivot(), row, evaluation);
    }
    int end = facts.size();
    if (place >= 0 && place < evaluation.pivotPlace() && facts.endsWith(evaluation.pivot())) {
      end--; // older facts alone: the new one stands in for a later pattern
    }
    if (end == 0 || !before.passes(row)) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      if (matches(facts.get(i), row, evaluation)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(Object fact, Object[] row, Evaluation evaluation) throws Exception {
    row[slot] = fact;
    return checks.passes(row) && next.match(row, evaluation);
  }
}
