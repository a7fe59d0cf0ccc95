package dev.certus.serve;

import dev.certus.check.PackCheck;
import dev.certus.engine.Limits;
import dev.certus.engine.SessionEngine;
import dev.certus.pack.Pack;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.problem.ProblemJson;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Coverage;
import dev.certus.scenario.PackTexts;
import dev.certus.scenario.ScenarioJson;
import dev.certus.scenario.ScenarioReader;
import dev.certus.scenario.ScenarioResult;
import dev.certus.scenario.ScenarioRun;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says which packs are served, and checks and tests edits of them. */
final class PackActions {

  private final Shelf shelf;
  private final Limits limits;

  PackActions(Shelf shelf, Limits limits) {
    this.shelf = shelf;
    this.limits = limits;
  }

  /** All packs, and the instant that the service takes for now. */
  void list(Exchange exchange) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("now", exchange.now().toString());
    ArrayNode packs = json.putArray("packs");
    shelf.all().forEach(pack -> packs.add(described(pack)));
    exchange.answer(Content.JSON, json + "\n");
  }

  /** One pack. */
  void describe(Exchange exchange) throws IOException {
    exchange.answer(Content.JSON, described(shelf.get(exchange.path("pack"))) + "\n");
  }

  private static ObjectNode described(ServedPack served) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    try (Edition edition = served.edition()) {
      Pack pack = edition.book().pack();
      json.put("name", pack.name());
      json.put("title", pack.title());
      json.put("version", pack.version());
      json.put("sha256", edition.book().hash());
      json.put("since", served.since().toString());
      pack.decisions().keySet().forEach(json.putArray("decisions")::add);
    }
    put(json, "refused", served.refused());
    return json;
  }

  private static void put(ObjectNode json, String name, List<Problem> problems) {
    ArrayNode list = json.putArray(name);
    problems.forEach(problem -> list.add(ProblemJson.of(problem)));
  }

  /** What is wrong with a pack, as it is in its folder or with edits. */
  void check(Exchange exchange) throws IOException {
    ServedPack served = shelf.get(exchange.path("pack"));
    try (Edition edition = served.edition()) {
      PackTexts texts = texts(exchange, served);
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("sha256", texts.files().hash());
      PackCheck check = PackCheck.after(edition.book());
      List<Problem> findings = check.again(texts.files());
      json.put("sound", findings.isEmpty());
      put(json, "findings", findings);
      put(json, "notes", findings.isEmpty() ? check.timeNotes() : List.of());
      exchange.answer(Content.JSON, json + "\n");
    }
  }

  /** The scenarios of a pack, as it is in its folder or with edits. */
  void test(Exchange exchange) throws IOException {
    ServedPack served = shelf.get(exchange.path("pack"));
    String coverage = exchange.oneOf("coverage", List.of("true", "false"));
    try (Edition edition = served.edition()) {
      PackTexts texts = texts(exchange, served);
      RuleBook book = edition.book().changed(texts.files());
      List<ScenarioResult> results;
      try (SessionEngine sessions = new SessionEngine(book, limits)) {
        results =
            new ScenarioRun(sessions)
                .run(ScenarioReader.of(book.pack().record(), texts.scenarios()));
      }
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("sha256", book.hash());
      json.put("passed", results.stream().filter(ScenarioResult::passed).count());
      json.put("failed", results.stream().filter(result -> !result.passed()).count());
      ArrayNode scenarios = json.putArray("scenarios");
      results.forEach(result -> scenarios.add(ScenarioJson.of(result)));
      if ("true".equals(coverage)) {
        json.set("coverage", ScenarioJson.of(Coverage.of(book, results)));
      }
      exchange.answer(Content.JSON, json + "\n");
    } catch (PackException e) {
      throw HttpProblem.unsound(e);
    }
  }

  /** The pack's texts with the edits in the body. */
  static PackTexts texts(Exchange exchange, ServedPack served) throws IOException {
    return Edits.of(exchange.json(), served.texts());
  }
}
