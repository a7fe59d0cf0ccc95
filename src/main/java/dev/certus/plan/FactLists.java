package dev.certus.plan;

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
  private final FactIndexes indexes = new FactIndexes();

  /**
   * The list for a pattern.
   *
   * @param constraints those that read the fact and globals alone
   * @param slots where the globals, and for any other variable the fact, are
   */
  FactList list(Class<?> type, List<Constraint> constraints, ToIntFunction<Variable> slots) {
    List<FactList.Part> parts = constraints.stream().map(one -> part(one, slots)).toList();
    List<Object> key = new ArrayList<>();
    key.add(type);
    parts.forEach(part -> key.add(part.key()));
    return lists.computeIfAbsent(key, k -> new FactList(lists.size(), type, parts));
  }

  private static FactList.Part part(Constraint constraint, ToIntFunction<Variable> slots) {
    Check check = Checks.of(constraint, slots);
    if (constraint instanceof SingleConstraint single) {
      List<Object> key = new ArrayList<>();
      key.add(Checks.lambda(single));
      for (Variable variable : single.getVariables()) {
        key.add(slots.applyAsInt(variable));
      }
      return new FactList.Part(key, check, Equality.of(single));
    }
    return new FactList.Part(constraint, check, null);
  }

  /** The indexes of the lists. */
  FactIndexes indexes() {
    return indexes;
  }

  List<FactList> all() {
    return List.copyOf(lists.values());
  }
}
