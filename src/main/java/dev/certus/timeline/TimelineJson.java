package dev.certus.timeline;

import dev.certus.output.DecisionJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** One JSON object a candidate and line. */
final class TimelineJson implements TimelineWriter {

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String text(Timeline timeline) {
    ObjectNode json = JSON.createObjectNode();
    json.put("candidateId", timeline.candidateId());
    json.put("zone", timeline.asOf().zone().toString());
    json.put("asOf", timeline.asOf().toString());
    ArrayNode facts = json.putArray("facts");
    for (FactMark fact : timeline.facts()) {
      facts
          .addObject()
          .put("at", fact.at().toString())
          .put("id", fact.id())
          .put("what", fact.what());
    }
    ArrayNode lanes = json.putArray("lanes");
    for (Lane lane : timeline.lanes()) {
      ObjectNode one = lanes.addObject();
      one.putObject("subject").put("kind", lane.subject().kind()).put("id", lane.subject().id());
      ArrayNode spans = one.putArray("spans");
      for (DecisionSpan span : lane.spans()) {
        ObjectNode its = spans.addObject();
        its.put("begins", span.begins().toString());
        if (span.ends() != null) {
          its.put("ends", span.ends().toString());
        }
        its.putRawValue("decision", new RawValue(DecisionJson.text(span.decision())));
      }
    }
    if (timeline.goesOn() != null) {
      json.put("goesOn", timeline.goesOn().toString());
    }
    ArrayNode changes = json.putArray("clockChanges");
    for (ClockChange change : timeline.clockChanges()) {
      changes.addObject().put("at", change.at().toString()).put("by", change.by().toString());
    }
    return json + "\n";
  }
}
