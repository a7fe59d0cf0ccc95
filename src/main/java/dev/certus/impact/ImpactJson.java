package dev.certus.impact;

import dev.certus.pack.PackFiles;
import dev.certus.record.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** One JSON object. */
final class ImpactJson implements ImpactWriter {

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String text(Impact impact, List<Example> examples) {
    ObjectNode json = JSON.createObjectNode();
    json.set("old", pack(impact.before()));
    json.set("new", pack(impact.after()));
    json.put("source", impact.source());
    json.put("asOf", impact.asOf().toString());
    json.put("records", impact.records());
    json.put("skipped", impact.skipped());
    json.put("rejected", impact.rejected());
    json.put("undecided", impact.undecided());
    if (impact.firstUndecided() != null) {
      json.put("firstUndecided", impact.firstUndecided());
    }
    json.put("changed", impact.changed());
    if (impact.isSample()) {
      Estimate estimate = impact.estimate(impact.changed());
      json.putObject("estimate")
          .put("least", estimate.least())
          .put("likely", estimate.likely())
          .put("most", estimate.most());
    }
    ArrayNode edits = json.putArray("edits");
    for (PackEdit edit : impact.edits()) {
      edits
          .addObject()
          .put("what", edit.what())
          .put("how", ImpactWords.how(edit))
          .put("at", edit.at().toString());
    }
    ArrayNode transitions = json.putArray("transitions");
    examples.forEach(example -> transitions.add(transition(example)));
    ArrayNode money = json.putArray("money");
    for (MoneyChange change : impact.money()) {
      money
          .addObject()
          .put("code", change.code())
          .put("detail", change.detail())
          .put("decisions", change.decisions())
          .put("before", change.before())
          .put("after", change.after());
    }
    ArrayNode year = json.putArray("year");
    for (MonthImpact month : impact.year()) {
      year.addObject()
          .put("at", month.at().toString())
          .put("changed", month.changed())
          .put("sampled", month.sampled())
          .put("least", month.estimate().least())
          .put("likely", month.estimate().likely())
          .put("most", month.estimate().most());
    }
    ArrayNode conditions = json.putArray("conditions");
    for (ConditionResult result : impact.conditions()) {
      conditions
          .addObject()
          .put("condition", result.condition().text())
          .put("counted", result.counted())
          .put("holds", result.holds());
    }
    return json + "\n";
  }

  private static ObjectNode pack(PackFiles files) {
    return JSON.createObjectNode().put("folder", files.folder()).put("sha256", files.hash());
  }

  private static ObjectNode transition(Example example) {
    Transition transition = example.transition();
    ObjectNode json = JSON.createObjectNode();
    json.put("before", transition.kind().before());
    json.put("after", transition.kind().after());
    json.put("clause", transition.kind().clause());
    ArrayNode fields = json.putArray("fields");
    transition.kind().fields().forEach(fields::add);
    json.put("candidates", transition.candidates());
    json.put("decisions", transition.decisions());
    ObjectNode cause = json.putObject("cause");
    cause.put("kind", transition.kind().cause().kind().name().toLowerCase(Locale.ROOT));
    ArrayNode edits = cause.putArray("edits");
    transition.kind().cause().edits().forEach(edit -> edits.add(edit.what()));
    ObjectNode days = json.putObject("daysMoved");
    transition.daysMoved().forEach((moved, count) -> days.put(String.valueOf(moved), count));
    String record =
        new String(RecordJson.line(transition.witness()), StandardCharsets.UTF_8).strip();
    json.putRawValue("witness", new RawValue(record));
    json.put("scenario", example.scenario());
    json.put("oldReason", example.oldReason());
    json.put("newReason", example.newReason());
    return json;
  }
}
