package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.model.functions.BlockN;

/**
 * The end of a rule's way: runs its consequence.
 *
 * @param rule the rule
 * @param before what the consequence needs and was not worked out yet
 * @param block the consequence
 * @param asksDrools whether its first argument is what inserts facts
 * @param arguments the slots of its other arguments
 * @param matched the slots of what the patterns took
 * @param gathered the slots of what was gathered
 */
record Fire(
    RuleInfo rule,
    Check before,
    BlockN block,
    boolean asksDrools,
    List<Integer> arguments,
    List<Integer> matched,
    List<Gathering> gathered)
    implements PlanStep {

  /**
   * What an accumulate left.
   *
   * @param slot where the facts are
   * @param result the slot of its one result, or -1 where it has several
   */
  record Gathering(int slot, int result) {}

  @Override
  public boolean match(Object[] row, Evaluation evaluation) throws Exception {
    List<Object> facts = facts(row);
    List<Object> counted = facts;
    if (!gathered.isEmpty()) {
      counted = new ArrayList<>(facts);
      for (Gathering one : gathered) {
        List<Object> all = ((Gather.Gathered) row[one.slot()]).facts();
        Object result = one.result() < 0 ? null : row[one.result()];
        facts.addAll(all);
        counted.addAll(result instanceof Collection<?> list ? list : all);
      }
    }
    evaluation.fires(rule, facts, counted);
    before.passes(row); // works out values
    block.execute(arguments(row, evaluation));
    return false;
  }

  /** What the patterns took, and the one result of each accumulate. */
  private List<Object> facts(Object[] row) {
    List<Object> facts = new ArrayList<>(matched.size() + gathered.size());
    for (int slot : matched) {
      facts.add(row[slot]);
    }
    for (Gathering one : gathered) {
      if (one.result() >= 0) {
        facts.add(row[one.result()]);
      }
    }
    return facts;
  }

  private Object[] arguments(Object[] row, Evaluation evaluation) {
    int first = asksDrools ? 1 : 0;
    Object[] values = new Object[first + arguments.size()];
    if (asksDrools) {
      values[0] = evaluation.inserter();
    }
    for (int i = 0; i < arguments.size(); i++) {
      values[first + i] = row[arguments.get(i)];
    }
    return values;
  }
}
