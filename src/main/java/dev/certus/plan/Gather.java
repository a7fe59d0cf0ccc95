package dev.certus.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * {@code accumulate}: lets functions work on all matches of inner patterns.
 *
 * @param functions what is worked out
 * @param slot where the matches are gathered meanwhile
 * @param inner the way to them, which ends in a {@link Taken}
 */
record Gather(List<Function> functions, int slot, PlanStep inner, PlanStep next)
    implements PlanStep {

  /**
   * A function.
   *
   * @param value what it takes of each match
   * @param result the slot of its result
   */
  record Function(AccumulateFunction<Serializable> function, Value value, int result) {}

  /** A value of a match. */
  interface Value {
    /** The value, which may be null. */
    Object of(Object[] row);
  }

  /**
   * What is gathered for one match of the patterns before.
   *
   * @param contexts what each function keeps
   * @param facts the facts
   */
  record Gathered(List<Serializable> contexts, List<Object> facts) {}

  /**
   * The end of the way: a match goes to the functions.
   *
   * @param facts the slots of its facts
   */
  record Taken(List<Function> functions, int slot, List<Integer> facts) implements PlanStep {

    @Override
    public boolean match(Object[] row, Evaluation evaluation) {
      Gathered gathered = (Gathered) row[slot];
      for (int i = 0; i < functions.size(); i++) {
        Function one = functions.get(i);
        one.function().accumulateValue(gathered.contexts().get(i), one.value().of(row));
      }
      for (int fact : facts) {
        gathered.facts().add(row[fact]);
      }
      return false;
    }
  }

  @Override
  public boolean match(Object[] row, Evaluation evaluation) throws Exception {
    List<Serializable> contexts = new ArrayList<>(functions.size());
    for (Function one : functions) {
      contexts.add(one.function().initContext(one.function().createContext()));
    }
    row[slot] = new Gathered(contexts, new ArrayList<>());
    inner.match(row, evaluation);
    for (int i = 0; i < contexts.size(); i++) {
      Function one = functions.get(i);
      row[one.result()] = one.function().getResult(contexts.get(i));
    }
    boolean isEmpty = functions.size() == 1 && row[functions.get(0).result()] == null;
    return !isEmpty && next.match(row, evaluation);
  }
}
