package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.policy.Location;
import java.util.LinkedHashMap;
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

  private static Map<String, Object> given(Decision decision) {
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
