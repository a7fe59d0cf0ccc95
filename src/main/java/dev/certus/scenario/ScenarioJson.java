package dev.certus.scenario;

import dev.certus.decision.DecisionFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        node.putPOJO("expected", plain(mismatch.expected().fields()));
      }
      if (mismatch.given() != null) {
        node.putPOJO("given", plain(DecisionFields.of(mismatch.given())));
      }
      if (mismatch.expected() != null && mismatch.given() != null) {
        mismatch.expected().unmet(mismatch.given()).keySet().forEach(node.putArray("differs")::add);
      }
    }
    return json;
  }

  /** Values as JSON has them: those that it has none for as texts. */
  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> fields = new LinkedHashMap<>();
      map.forEach((name, field) -> fields.put(name.toString(), plain(field)));
      return fields;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ScenarioJson::plain).toList();
    }
    boolean isJson = value == null || value instanceof Number || value instanceof Boolean;
    return isJson ? value : value.toString();
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
