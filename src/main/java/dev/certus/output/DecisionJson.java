package dev.certus.output;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decisions as JSON trees, field by field as the contract orders them. */
public final class DecisionJson {

  private static final JsonMapper JSON = new JsonMapper();

  private DecisionJson() {}

  static ObjectNode of(Decisions decisions) {
    ObjectNode json = JSON.createObjectNode();
    json.put("candidateId", decisions.candidateId());
    json.put("asOf", decisions.asOf().toString());
    ArrayNode list = json.putArray("decisions");
    decisions.decisions().forEach(decision -> list.add(of(decision)));
    return json;
  }

  /** One decision. */
  public static ObjectNode of(Decision decision) {
    ObjectNode json = JSON.createObjectNode();
    json.put("code", decision.code());
    json.putObject("subject")
        .put("kind", decision.subject().kind())
        .put("id", decision.subject().id());
    put(json, "from", decision.from());
    put(json, "until", decision.until());
    put(json, "through", decision.through());
    json.put("clause", decision.clause());
    json.put("rule", decision.rule());
    json.put("reason", decision.reason());
    json.set("evidence", texts(decision.evidence()));
    json.set("readings", texts(decision.readings()));
    json.set("details", map(decision.details()));
    return json;
  }

  /** A list of texts. */
  static ArrayNode texts(List<?> texts) {
    ArrayNode array = JSON.createArrayNode();
    texts.forEach(text -> array.add(text.toString()));
    return array;
  }

  /** A decision's details. */
  static ObjectNode map(Map<?, ?> values) {
    ObjectNode json = JSON.createObjectNode();
    values.forEach((name, value) -> put(json, name.toString(), value));
    return json;
  }

  private static void put(ObjectNode json, String name, Object value) {
    if (value instanceof Boolean flag) {
      json.put(name, flag);
    } else if (value instanceof Integer number) {
      json.put(name, number);
    } else if (value instanceof BigDecimal number) {
      json.put(name, number);
    } else if (value instanceof List<?> rows) {
      ArrayNode array = json.putArray(name);
      rows.forEach(row -> array.add(map((Map<?, ?>) row)));
    } else if (value != null) {
      json.put(name, value.toString());
    }
  }
}
