package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.drools.model.Constraint;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;

/** Collects the lists of facts that rules ask for, each once. */
@SuppressWarnings("rawtypes")
final class FactLists {

  private final Map<List<Object>, FactList> lists = new LinkedHashMap<>();

  /**
   * The list for a pattern.
   *
   * @param constraints those that read the fact and globals alone
   * @param slots where the globals, and for any other variable the fact, are
   */
  FactList list(
      Class<?> type, List<Constraint> constraints, ToIntFunction<Variable> slots, RuleInfo rule) {
    List<Object> key = new ArrayList<>();
    key.add(type);
    for (Constraint constraint : constraints) {
      key.add(key(constraint, slots));
    }
    return lists.computeIfAbsent(
        key,
        k ->
            new FactList(
                lists.size(),
                type,
                Check.all(constraints.stream().map(one -> Checks.of(one, slots)).toList()),
                rule));
  }

  /** The same for constraints that are the same. */
  private static Object key(Constraint constraint, ToIntFunction<Variable> slots) {
    if (constraint instanceof SingleConstraint single) {
      List<Object> key = new ArrayList<>();
      key.add(Checks.lambda(single));
      for (Variable variable : single.getVariables()) {
        key.add(slots.applyAsInt(variable));
      }
      return key;
    }
    return constraint;
  }

  List<FactList> all() {
    return List.copyOf(lists.values());
  }
}
