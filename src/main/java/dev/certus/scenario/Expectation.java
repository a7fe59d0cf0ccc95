package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.problem.Location;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario says of one decision: any of its fields.
 *
 * @param fields the fields by name, named as in the decision; moments as ISO texts, or null where
 *     there must be none; the subject as kind and id; all else as plain YAML values
 * @param at where it is written
 */
public record Expectation(Map<String, Object> fields, Location at) {

  /** Whether every field of this expectation is as in the decision. */
  public boolean matches(Decision decision) {
    Map<String, Object> given = given(decision);
    return fields.entrySet().stream()
        .allMatch(field -> Likeness.alike(field.getValue(), given.get(field.getKey())));
  }

  /** The fields of this expectation that the decision does not meet, by name. */
  public Map<String, Object> unmet(Decision decision) {
    Map<String, Object> given = given(decision);
    Map<String, Object> unmet = new LinkedHashMap<>(fields);
    unmet.entrySet().removeIf(e -> Likeness.alike(e.getValue(), given.get(e.getKey())));
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

  /** The fields of a decision by the names that expectations use. */
  public static Map<String, Object> given(Decision decision) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("code", decision.code());
    given.put("subject", decision.subject().toString());
    given.put("from", decision.from());
    given.put("until", decision.until());
    given.put("through", decision.through());
    given.put("clause", decision.clause());
    given.put("rule", decision.rule());
    given.put("reason", decision.reason());
    given.put("evidence", decision.evidence());
    given.put("readings", decision.readings());
    given.put("details", decision.details());
    return given;
  }

  @Override
  public String toString() {
    return fields + " (" + at + ")";
  }
}
