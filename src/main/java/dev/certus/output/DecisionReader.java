package dev.certus.output;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.decision.Subject;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads decisions from the JSON that {@link JsonLinesWriter} writes. Moments have the offset that
 * was written as their zone; in details, days and moments are texts.
 */
public final class DecisionReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private DecisionReader() {}

  /**
   * The decisions of one candidate.
   *
   * @throws RuntimeException where the text is not what was written
   */
  public static Decisions read(String line) {
    JsonNode json = JSON.readTree(line);
    List<Decision> decisions = new ArrayList<>();
    json.required("decisions").forEach(decision -> decisions.add(decision(decision)));
    JsonNode next = json.path("nextChangeAt");
    return new Decisions(
        json.required("candidateId").asString(),
        Instant.parse(json.required("asOf").asString()),
        next.isMissingNode() ? null : Instant.parse(next.asString()),
        decisions);
  }

  private static Decision decision(JsonNode json) {
    JsonNode subject = json.required("subject");
    return new Decision(
        json.required("code").asString(),
        new Subject(subject.required("kind").asString(), subject.required("id").asString()),
        moment(json.path("from")),
        moment(json.path("until")),
        moment(json.path("through")),
        json.required("clause").asString(),
        json.required("rule").asString(),
        json.required("reason").asString(),
        texts(json.required("evidence")),
        texts(json.required("readings")),
        map(json.required("details")));
  }

  private static Moment moment(JsonNode text) {
    if (text.isMissingNode()) {
      return null;
    }
    OffsetDateTime time = OffsetDateTime.parse(text.asString());
    return new Moment(time.toInstant(), time.getOffset());
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  private static Map<String, Object> map(JsonNode json) {
    Map<String, Object> map = new LinkedHashMap<>();
    json.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
    return map;
  }

  private static Object value(JsonNode json) {
    if (json.isArray()) {
      List<Object> rows = new ArrayList<>();
      json.forEach(row -> rows.add(map(row)));
      return rows;
    }
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    if (json.isInt()) {
      return json.intValue();
    }
    return json.isNumber() ? json.decimalValue() : json.asString();
  }
}
