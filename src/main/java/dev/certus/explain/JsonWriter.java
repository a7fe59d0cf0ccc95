package dev.certus.explain;

import dev.certus.output.DecisionJson;
import dev.certus.pack.Clause;
import dev.certus.pack.Reading;
import dev.certus.rulebook.RuleInfo;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** One JSON object a candidate and line. */
final class JsonWriter implements ReportWriter {

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String text(CandidateReport report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("candidateId", report.candidateId());
    json.put("asOf", report.asOf().toString());
    ArrayNode explanations = json.putArray("explanations");
    report.explanations().forEach(explanation -> explanations.add(explanation(explanation)));
    ArrayNode refusals = json.putArray("refusals");
    report.refusals().forEach(refusal -> refusals.add(refusal(refusal)));
    return json + "\n";
  }

  private static ObjectNode explanation(Explanation explanation) {
    ObjectNode json = JSON.createObjectNode();
    json.putRawValue("decision", new RawValue(DecisionJson.text(explanation.decision())));
    json.set("clause", clause(explanation.clause()));
    ArrayNode readings = json.putArray("readings");
    explanation.readings().forEach(reading -> readings.add(reading(reading)));
    ArrayNode reasons = json.putArray("reasons");
    for (Reason reason : explanation.reasons()) {
      ObjectNode rule = reasons.addObject();
      put(rule, reason.rule());
      rule.set("grounds", grounds(reason.grounds()));
    }
    return json;
  }

  private static ObjectNode refusal(Refusal refusal) {
    ObjectNode json = JSON.createObjectNode();
    json.put("code", refusal.code());
    if (refusal.subject() != null) {
      json.putObject("subject")
          .put("kind", refusal.subject().kind())
          .put("id", refusal.subject().id());
    }
    if (refusal.earliest() != null) {
      json.put(refusal.after() ? "earliestAfter" : "earliest", refusal.earliest().toString());
    }
    json.set("rules", misses(refusal.rules()));
    return json;
  }

  private static ArrayNode misses(List<NearMiss> misses) {
    ArrayNode array = JSON.createArrayNode();
    for (NearMiss miss : misses) {
      ObjectNode json = array.addObject();
      put(json, miss.rule());
      json.putObject("fails")
          .put("condition", miss.condition())
          .put("at", miss.at().toString())
          .set("grounds", grounds(miss.grounds()));
      json.set("missing", misses(miss.missing()));
    }
    return array;
  }

  private static ObjectNode clause(Clause clause) {
    return JSON.createObjectNode()
        .put("id", clause.id())
        .put("title", clause.title())
        .put("words", clause.words())
        .put("source", clause.source());
  }

  private static ObjectNode reading(Reading reading) {
    return JSON.createObjectNode()
        .put("id", reading.id())
        .put("status", reading.status().toString().toLowerCase(Locale.ROOT))
        .put("question", reading.question())
        .put("choice", reading.choice())
        .put("source", reading.source());
  }

  private static void put(ObjectNode json, RuleInfo rule) {
    json.put("rule", rule.name()).put("at", rule.at().toString());
    if (rule.clause() != null) {
      json.put("clause", rule.clause());
    }
  }

  private static ArrayNode grounds(List<Evidence> grounds) {
    ArrayNode array = JSON.createArrayNode();
    for (Evidence ground : grounds) {
      ObjectNode json = array.addObject();
      json.put("kind", ground.kind().toString().toLowerCase(Locale.ROOT));
      json.put("text", ground.text());
      if (ground.source() != null) {
        json.put("source", ground.source());
      }
      if (ground.rule() != null) {
        put(json, ground.rule());
      }
      if (!ground.grounds().isEmpty()) {
        json.set("grounds", grounds(ground.grounds()));
      }
    }
    return array;
  }
}
