package dev.certus.plan;

import java.util.List;
import org.drools.model.functions.Function1;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A pattern: takes each fact of a list that passes its checks.
 *
 * @param list the number of the list
 * @param indexes where the facts can be looked up, if they are many
 * @param slot where the fact goes
 * @param place the pattern's place among those of the rule that take facts, or -1 where it is
 *     negated or gathered
 * @param before what the checks need and is the same for each fact
 * @param checks what needs the fact, and others
 */
record Join(
    int list, List<Index> indexes, int slot, int place, Check before, Check checks, PlanStep next)
    implements PlanStep {

  @Override
  public void write(RuleCode code, Label other, Label found) {
    int facts = code.local();
    code.loadEvaluation();
    code.number(list);
    code.call(Evaluation.class, "facts", FactBuffer.class, int.class);
    code.variable(Opcodes.ASTORE, facts);
    code.variable(Opcodes.ALOAD, facts);
    code.call(FactBuffer.class, "size", int.class);
    code.jump(Opcodes.IFEQ, other);
    before.write(code, other);
    indexes.forEach(index -> index.write(code, facts));
    int at = bound(code, facts, "first");
    int end = bound(code, facts, "end");
    Label next = new Label();
    code.at(next);
    code.variable(Opcodes.ILOAD, at);
    code.variable(Opcodes.ILOAD, end);
    code.jump(Opcodes.IF_ICMPGE, other);
    code.variable(Opcodes.ALOAD, facts);
    code.variable(Opcodes.ILOAD, at);
    code.call(FactBuffer.class, "get", Object.class, int.class);
    code.store(slot);
    code.increment(at);
    checks.write(code, next);
    this.next.write(code, next, found);
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

  /** How the facts are looked up. */
  interface Index {
    /**
     * Writes the code that replaces facts of the list by those that are found.
     *
     * @param facts the local variable that holds them
     */
    void write(RuleCode code, int facts);
  }

  /**
   * By an earlier value of the match.
   *
   * @param number the number of the index
   * @param key makes the key of the value
   * @param slot where the value is
   */
  record ByValue(int number, Function1<Object, Object> key, int slot) implements Index {

    @Override
    public void write(RuleCode code, int facts) {
      begin(code, facts, number, key);
      code.load(slot);
      end(code, facts, "found", Object.class);
    }
  }

  /**
   * By the new fact, where it stands in for a later pattern that compares itself with this one.
   *
   * @param number the number of the index
   * @param key makes the key of the new fact
   * @param place the place of the later pattern
   */
  record ByPivot(int number, Function1<Object, Object> key, int place) implements Index {

    @Override
    public void write(RuleCode code, int facts) {
      begin(code, facts, number, key);
      code.number(place);
      end(code, facts, "foundByPivot", int.class);
    }
  }

  private static void begin(RuleCode code, int facts, int number, Function1<Object, Object> key) {
    code.loadEvaluation();
    code.variable(Opcodes.ALOAD, facts);
    code.number(number);
    code.constant(key, Function1.class);
  }

  private static void end(RuleCode code, int facts, String method, Class<?> last) {
    code.call(
        Evaluation.class,
        method,
        FactBuffer.class,
        FactBuffer.class,
        int.class,
        Function1.class,
        last);
    code.variable(Opcodes.ASTORE, facts);
  }
}
