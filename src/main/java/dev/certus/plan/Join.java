package dev.certus.plan;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

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
  public void write(RuleCode code, Label other, Label found) {
    int facts = code.local();
    code.loadEvaluation();
    code.number(list);
    code.call(Evaluation.class, "facts", FactBuffer.class, int.class);
    code.variable(Opcodes.ASTORE, facts);
    int at = bound(code, facts, "first");
    int end = bound(code, facts, "end");
    Label next = new Label();
    whenDone(code, at, end, other);
    before.write(code, other);
    code.at(next);
    whenDone(code, at, end, other);
    code.variable(Opcodes.ALOAD, facts);
    code.variable(Opcodes.ILOAD, at);
    code.call(FactBuffer.class, "get", Object.class, int.class);
    code.store(slot);
    code.increment(at);
    checks.write(code, next);
    this.next.write(code, next, found);
  }

  private static void whenDone(RuleCode code, int at, int end, Label other) {
    code.variable(Opcodes.ILOAD, at);
    code.variable(Opcodes.ILOAD, end);
    code.jump(Opcodes.IF_ICMPGE, other);
  }

  /** Asks the evaluation for one of the two places between which facts are taken. */
  private int bound(RuleCode code, int facts, String which) {
    int local = code.local();
    code.loadEvaluation();
    code.variable(Opcodes.ALOAD, facts);
    code.number(place);
    code.call(Evaluation.class, which, int.class, FactBuffer.class, int.class);
    code.variable(Opcodes.ISTORE, local);
    return local;
  }
}
