package dev.certus.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * {@code accumulate}: lets functions work on all matches of inner patterns.
 *
 * @param functions what is worked out
 * @param facts the slot of the list of all facts of those matches
 * @param inner the way to them, which ends in a {@link Taken}
 */
record Gather(List<Function> functions, int facts, PlanStep inner, PlanStep next)
    implements PlanStep {

  /**
   * A function.
   *
   * @param value what it takes of each match
   * @param context the slot of what it keeps meanwhile
   * @param result the slot of its result
   */
  record Function(AccumulateFunction<Serializable> function, Value value, int context, int result) {

    private void load(RuleCode code) {
      code.constant(function, AccumulateFunction.class);
    }

    private void loadContext(RuleCode code) {
      code.load(context);
      code.cast(Serializable.class);
    }
  }

  /** A value of a match. */
  interface Value {
    /** Writes the code that puts it, which may be null, on the stack. */
    void write(RuleCode code);
  }

  /**
   * The end of the way: a match goes to the functions.
   *
   * @param facts the slot of the list of facts
   * @param taken the slots of the facts of the match
   */
  record Taken(List<Function> functions, int facts, List<Integer> taken) implements PlanStep {

    @Override
    public void write(RuleCode code, Label other, Label found) {
      for (Function one : functions) {
        one.load(code);
        one.loadContext(code);
        one.value().write(code);
        code.call(
            AccumulateFunction.class,
            "accumulateValue",
            Object.class,
            Serializable.class,
            Object.class);
        code.instruction(Opcodes.POP);
      }
      for (int fact : taken) {
        code.load(facts);
        code.cast(ArrayList.class);
        code.load(fact);
        code.call(ArrayList.class, "add", boolean.class, Object.class);
        code.instruction(Opcodes.POP);
      }
      code.jump(other);
    }
  }

  @Override
  public void write(RuleCode code, Label other, Label found) {
    for (Function one : functions) {
      one.load(code);
      one.load(code);
      code.call(AccumulateFunction.class, "createContext", Serializable.class);
      code.call(AccumulateFunction.class, "initContext", Serializable.class, Serializable.class);
      code.store(one.context());
    }
    code.callStatic(Gather.class, "noFacts", ArrayList.class);
    code.store(facts);
    Label done = new Label();
    inner.write(code, done, null);
    code.at(done);
    for (Function one : functions) {
      one.load(code);
      one.loadContext(code);
      code.call(AccumulateFunction.class, "getResult", Object.class, Serializable.class);
      code.store(one.result());
    }
    if (functions.size() == 1) {
      code.load(functions.get(0).result());
      code.jump(Opcodes.IFNULL, other);
    }
    next.write(code, other, found);
  }

  /** A list to add facts to; called by the code. */
  static ArrayList<Object> noFacts() {
    return new ArrayList<>();
  }
}
