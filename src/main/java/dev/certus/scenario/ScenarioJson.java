package dev.certus.scenario;

import dev.certus.decision.DecisionFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes results of scenarios as JSON, for programs. */
public final class ScenarioJson {

  private ScenarioJson() {}

  /** Whether a scenario passed, and if not, what was expected and what was given. */
  public static ObjectNode of(ScenarioResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("scenario", result.scenario().name());
    json.put("file", result.scenario().at().file());
    json.put("line", result.scenario().at().line());
    json.put("passed", result.passed());
    if (result.failure() != null) {
      json.put("failure", result.failure());
    }
    ArrayNode mismatches = json.putArray("mismatches");
    for (Mismatch mismatch : result.mismatches()) {
      ObjectNode node = mismatches.addObject().put("kind", mismatch.cause().toString());
      if (mismatch.expected() != null) {
        node.put("expected", mismatch.expected().toString());
      }
      if (mismatch.given() != null) {
        node.put("given", DecisionFields.of(mismatch.given()).toString());
      }
    }
    return json;
  }

  /** How much of each kind the scenarios reach, and what they miss. */
  public static ObjectNode of(Coverage coverage) {
    ObjectNode kinds = JsonNodeFactory.instance.objectNode();
    coverage
        .kinds()
        .forEach(
            (kind, reach) -> {
              ObjectNode node = kinds.putObject(kind);
              node.put("all", reach.all()).put("percent", reach.percent());
              reach.missed().forEach(node.putArray("missed")::add);
            });
    return kinds;
  }
}
