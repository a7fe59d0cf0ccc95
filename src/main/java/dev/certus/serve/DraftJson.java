package dev.certus.serve;

import dev.certus.engine.Trace.Firing;
import dev.certus.language.Completion;
import dev.certus.language.Diagnostic;
import dev.certus.language.Fix;
import dev.certus.language.Hover;
import dev.certus.language.Occurrence;
import dev.certus.language.Outline;
import dev.certus.language.PackLanguage;
import dev.certus.language.TextEdit;
import dev.certus.language.Verdict;
import dev.certus.pack.Clause;
import dev.certus.pack.Reading;
import dev.certus.pack.Term;
import dev.certus.problem.ProblemJson;
import dev.certus.scenario.ScenarioJson;
import dev.certus.scenario.ScenarioResult;
import dev.certus.workbench.PackDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes drafts, and what is found of them, as JSON. */
final class DraftJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DraftJson() {}

  /** All of a draft: how it is, and its texts. */
  static ObjectNode whole(Bench bench) {
    ObjectNode json = state(bench);
    ObjectNode texts = json.putObject("texts");
    bench.language().texts().all().forEach(texts::put);
    return json;
  }

  /** How a draft is: what is edited, the pack by its clauses, and the verdict. */
  static ObjectNode state(Bench bench) {
    PackDraft draft = bench.draft();
    ObjectNode json = JSON.objectNode();
    json.put("revision", draft.revision());
    json.put("canUndo", draft.canUndo());
    ArrayNode edited = json.putArray("edited");
    draft
        .files()
        .forEach(
            (name, file) ->
                edited
                    .addObject()
                    .put("file", name)
                    .put("who", file.who())
                    .put("revision", file.revision()));
    ObjectNode saved = json.putObject("saved");
    draft.files().forEach((name, file) -> saved.put(name, file.base()));
    draft.overtaken().forEach(json.putArray("overtaken")::add);
    json.set("verdict", verdict(bench.verdict()));
    PackLanguage language = bench.language();
    language.outline().ifPresent(outline -> put(json, outline));
    ArrayNode numbers = json.putArray("numbers");
    for (Outline.NumberPlace number : language.numbers()) {
      numbers
          .addObject()
          .put("term", number.term())
          .put("from", number.from())
          .put("key", number.key())
          .put("text", number.text())
          .put("start", number.start())
          .put("end", number.end());
    }
    return json;
  }

  private static void put(ObjectNode json, Outline outline) {
    json.put("title", outline.pack().title());
    json.put("version", outline.pack().version());
    outline.pack().decisions().keySet().forEach(json.putArray("decisions")::add);
    ArrayNode clauses = json.putArray("clauses");
    for (Outline.Entry entry : outline.entries()) {
      ObjectNode node = clauses.addObject();
      put(node, entry.clause());
      ArrayNode rules = node.putArray("rules");
      for (Outline.RulePlace rule : entry.rules()) {
        rules
            .addObject()
            .put("name", rule.name())
            .put("file", rule.file())
            .put("start", rule.start())
            .put("end", rule.end());
      }
      ArrayNode terms = node.putArray("terms");
      for (Term term : entry.terms()) {
        terms
            .addObject()
            .put("name", term.name())
            .put("description", term.description())
            .put("unit", term.currency() == null ? term.unit().toString() : term.currency())
            .put("reference", term.reference());
      }
      ArrayNode readings = node.putArray("readings");
      entry.readings().forEach(reading -> readings.add(reading(reading)));
    }
  }

  private static void put(ObjectNode node, Clause clause) {
    if (clause != null) {
      node.put("id", clause.id())
          .put("title", clause.title())
          .put("words", clause.words())
          .put("source", clause.source());
    }
  }

  private static ObjectNode reading(Reading reading) {
    return JSON.objectNode()
        .put("id", reading.id())
        .put("question", reading.question())
        .put("choice", reading.choice())
        .put("status", reading.status().name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode verdict(Verdict verdict) {
    ObjectNode json = JSON.objectNode();
    json.put("sha256", verdict.texts().files().hash());
    json.put("sound", verdict.trial() != null);
    ArrayNode findings = json.putArray("findings");
    verdict.diagnostics().forEach(diagnostic -> findings.add(diagnostic(diagnostic)));
    if (verdict.trial() != null) {
      Map<String, Integer> rules = new LinkedHashMap<>();
      ArrayNode scenarios = JSON.arrayNode();
      for (ScenarioResult result : verdict.trial().results()) {
        ObjectNode scenario = ScenarioJson.of(result);
        scenario.put("file", verdict.texts().nameOf(result.scenario().at()));
        ArrayNode fired = scenario.putArray("rules");
        fired(result).forEach(rule -> fired.add(rules.computeIfAbsent(rule, r -> rules.size())));
        why(result, scenario);
        scenarios.add(scenario);
      }
      rules.keySet().forEach(json.putArray("rules")::add);
      json.set("scenarios", scenarios);
    }
    return json;
  }

  /** Beside a decision that a scenario does not expect, why it was given. */
  private static void why(ScenarioResult result, ObjectNode scenario) {
    for (int i = 0; i < result.mismatches().size(); i++) {
      var given = result.mismatches().get(i).given();
      if (given != null) {
        ((ObjectNode) scenario.path("mismatches").get(i))
            .put("why", given.reason())
            .put("rule", given.rule());
      }
    }
  }

  private static List<String> fired(ScenarioResult result) {
    return result.trace() == null
        ? List.of()
        : result.trace().firings().stream()
            .map(Firing::rule)
            .map(rule -> rule.name())
            .distinct()
            .toList();
  }

  private static ObjectNode diagnostic(Diagnostic diagnostic) {
    ObjectNode json = ProblemJson.of(diagnostic.problem());
    json.put("file", diagnostic.file());
    json.put("start", diagnostic.start()).put("end", diagnostic.end());
    ArrayNode fixes = json.putArray("fixes");
    for (Fix fix : diagnostic.fixes()) {
      fixes.addObject().put("title", fix.title()).set("edits", edits(fix.edits()));
    }
    return json;
  }

  static ArrayNode edits(List<TextEdit> edits) {
    ArrayNode array = JSON.arrayNode();
    for (TextEdit edit : edits) {
      array
          .addObject()
          .put("file", edit.file())
          .put("start", edit.start())
          .put("end", edit.end())
          .put("text", edit.text());
    }
    return array;
  }

  static ObjectNode completions(List<Completion> completions) {
    ObjectNode json = JSON.objectNode();
    ArrayNode array = json.putArray("completions");
    for (Completion completion : completions) {
      array
          .addObject()
          .put("label", completion.label())
          .put("kind", completion.kind())
          .put("detail", completion.detail());
    }
    return json;
  }

  /** What a name means, and where it stands, its definition first; null for no name. */
  static ObjectNode name(Hover hover, List<Occurrence> all) {
    ObjectNode json = JSON.objectNode();
    if (hover != null) {
      json.put("title", hover.title());
      hover.lines().forEach(json.putArray("lines")::add);
      json.put("start", hover.occurrence().start()).put("end", hover.occurrence().end());
    }
    List<Occurrence> ordered = new ArrayList<>(all);
    ordered.sort((one, other) -> Boolean.compare(other.defines(), one.defines()));
    ArrayNode places = json.putArray("places");
    for (Occurrence one : ordered) {
      places
          .addObject()
          .put("file", one.file())
          .put("start", one.start())
          .put("end", one.end())
          .put("defines", one.defines());
    }
    return json;
  }
}
