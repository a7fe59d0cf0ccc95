package dev.certus.decision;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** The fields of a decision by their names, and the one way to compare them. */
public final class DecisionFields {

  private DecisionFields() {}

  /**
   * The fields of a decision by the names that its JSON gives them, in that order. A moment that
   * the decision lacks is null.
   */
  public static Map<String, Object> of(Decision decision) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", decision.code());
    fields.put("subject", decision.subject());
    fields.put("from", decision.from());
    fields.put("until", decision.until());
    fields.put("through", decision.through());
    fields.put("clause", decision.clause());
    fields.put("rule", decision.rule());
    fields.put("reason", decision.reason());
    fields.put("evidence", decision.evidence());
    fields.put("readings", decision.readings());
    fields.put("details", decision.details());
    return fields;
  }

  /**
   * The names of the fields in which two sets of fields differ: first those of {@code one}, in its
   * order, then those that only {@code other} has.
   *
   * @param same whether a value of {@code one} and a value of {@code other} count as the same;
   *     either is null where the field is missing
   */
  public static <V, W> List<String> differing(
      Map<String, ? extends V> one,
      Map<String, ? extends W> other,
      BiPredicate<? super V, ? super W> same) {
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    return names.stream().filter(name -> !same.test(one.get(name), other.get(name))).toList();
  }
}
