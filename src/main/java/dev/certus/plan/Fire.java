package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.functions.BlockN;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

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
   * @param facts the slot of the list of facts
   * @param result the slot of its one result, or {@link RuleCode#NOTHING} where it has several
   */
  record Gathering(int facts, int result) {}

  @Override
  public void write(RuleCode code, Label other, Label found) {
    fires(code);
    Label unchecked = new Label();
    before.write(code, unchecked); // works out values
    code.at(unchecked);
    code.constant(block, BlockN.class);
    code.array(asksDrools ? 1 : 0, arguments);
    if (asksDrools) {
      code.instruction(Opcodes.DUP);
      code.number(0);
      code.loadEvaluation();
      code.call(Evaluation.class, "inserter", Inserter.class);
      code.instruction(Opcodes.AASTORE);
    }
    code.call(BlockN.class, "execute", void.class, Object[].class);
    code.jump(other);
  }

  private void fires(RuleCode code) {
    List<Integer> facts = new ArrayList<>(matched);
    List<Integer> left = new ArrayList<>();
    for (Gathering one : gathered) {
      if (one.result() != RuleCode.NOTHING) {
        facts.add(one.result());
      }
      left.add(one.facts());
      left.add(one.result());
    }
    code.loadEvaluation();
    code.constant(rule, RuleInfo.class);
    code.array(0, facts);
    code.array(0, left);
    code.call(
        Evaluation.class, "fires", void.class, RuleInfo.class, Object[].class, Object[].class);
  }
}
