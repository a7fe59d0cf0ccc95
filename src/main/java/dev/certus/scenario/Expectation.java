package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionFields;
import dev.certus.problem.Location;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that a scenario expects of one decision; fields that it does not name do not matter.
 *
 * @param fields the fields by name, named as in the decision; moments as ISO texts, or null where
 *     there must be none; the subject as kind and id; the others as plain YAML values
 * @param at where it is written
 */
public record Expectation(Map<String, Object> fields, Location at) {

  /** Whether every field of this expectation is as in the decision. */
  public boolean matches(Decision decision) {
    return unmet(decision).isEmpty();
  }

  /** The fields of this expectation that the decision does not meet, by name. */
  public Map<String, Object> unmet(Decision decision) {
    Map<String, Object> given = DecisionFields.of(decision);
    given.keySet().retainAll(fields.keySet());
    Map<String, Object> unmet = new LinkedHashMap<>(fields);
    unmet.keySet().retainAll(DecisionFields.differing(fields, given, Likeness::alike));
    return unmet;
  }

  /** The decision that meets most of this expectation, on its subject or by its code; or null. */
  Decision nearest(List<Decision> decisions) {
    return decisions.stream()
        .filter(d -> same("subject", d) || (same("code", d) && !fields.containsKey("subject")))
        .min(
            Comparator.comparing((Decision d) -> !same("code", d))
                .thenComparing(d -> unmet(d).size()))
        .orElse(null);
  }

  private boolean same(String field, Decision decision) {
    return fields.containsKey(field) && !unmet(decision).containsKey(field);
  }

  @Override
  public String toString() {
    return fields + " (" + at + ")";
  }
}
