package dev.certus.plan;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;

/**
 * Patterns that test what an accumulate made. Drools' model writes them like patterns of facts,
 * also in front of the accumulate.
 */
@SuppressWarnings("rawtypes") // the model has no types of its own
final class Results {

  private Results() {}

  /** The conditions, each pattern on a result moved behind the accumulate that makes it. */
  static List<Condition> afterTheirAccumulates(List<Condition> conditions) {
    List<Condition> ordered = new ArrayList<>(conditions);
    for (Condition condition : conditions) {
      if (condition instanceof AccumulatePattern<?> accumulate) {
        List<Condition> tests =
            ordered.subList(0, ordered.indexOf(condition)).stream()
                .filter(one -> isOn(one, accumulate))
                .toList();
        ordered.removeAll(tests);
        ordered.addAll(ordered.indexOf(condition) + 1, tests);
      }
    }
    return ordered;
  }

  private static boolean isOn(Condition condition, AccumulatePattern<?> accumulate) {
    if (condition instanceof Pattern<?> pattern && condition.getType() == Condition.Type.PATTERN) {
      Variable variable = pattern.getPatternVariable();
      for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
        if (function.getResult() == variable) {
          return true;
        }
      }
    }
    return false;
  }
}
