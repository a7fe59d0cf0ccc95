package dev.certus.serve;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.engine.EngineChoice;
import dev.certus.git.GitCommit;
import dev.certus.impact.ComparisonOptions;
import dev.certus.impact.Impact;
import dev.certus.impact.ImpactFormat;
import dev.certus.language.Verdict;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RunListener;
import dev.certus.scenario.Coverage;
import dev.certus.scenario.PackTexts;
import dev.certus.workbench.Dossier;
import dev.certus.workbench.Dossiers;
import dev.certus.workbench.MutantTrial;
import dev.certus.workbench.PackDraft;
import dev.certus.workbench.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings drafts into their packs, and keeps what an auditor asks of each release. */
final class ReleaseActions {

  private final Shelf shelf;
  private final Benches benches;
  private final ServiceOptions options;
  private final Populations populations;

  ReleaseActions(Shelf shelf, Benches benches, ServiceOptions options, Populations populations) {
    this.shelf = shelf;
    this.benches = benches;
    this.options = options;
    this.populations = populations;
  }

  /**
   * Releases the draft, if it is sound, its scenarios pass, and nobody has changed it or the pack.
   */
  void release(Exchange exchange) throws IOException {
    ServedPack served = shelf.get(exchange.path("pack"));
    Bench bench = benches.get(served.name());
    JsonNode body = exchange.json();
    String who = DraftActions.who(exchange, body);
    String why = body.path("why").asString("").strip();
    if (why.isEmpty()) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY, "/why", "nothing", "why the edits are released");
    }
    String population = body.path("population").asString(null);
    if (population != null && !populations.names().contains(population)) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY, "/population", "`%s`".formatted(population), "a population");
    }
    synchronized (bench) {
      check(bench, body.path("seen").asLong(-1));
      Dossier dossier = release(served, bench, who, why, population);
      bench.changed();
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("sha256", dossier.sha256());
      json.put("dossier", dossier.name());
      if (dossier.branch() != null) {
        json.put("branch", dossier.branch());
      }
      exchange.answer(Content.JSON, json + "\n");
    }
  }

  private static void check(Bench bench, long seen) {
    PackDraft draft = bench.draft();
    if (draft.revision() != seen) {
      throw new HttpProblem(
          ProblemType.CONFLICT, "the draft has changed since you saw it: review it again");
    }
    if (draft.files().isEmpty()) {
      throw new HttpProblem(ProblemType.CONFLICT, "nothing is edited");
    }
    if (!draft.overtaken().isEmpty()) {
      throw new HttpProblem(
          ProblemType.CONFLICT,
          "changed in the folder since they were edited: " + String.join(", ", draft.overtaken()));
    }
    Verdict verdict = bench.verdict();
    if (verdict.trial() == null) {
      throw HttpProblem.unsound(verdict.problems());
    }
    if (!verdict.isGood()) {
      throw new HttpProblem(
          ProblemType.UNSOUND_PACK,
          "%d scenarios fail: mend the edits, or what the scenarios expect"
              .formatted(verdict.trial().failed().size()));
    }
  }

  private Dossier release(ServedPack served, Bench bench, String who, String why, String population)
      throws IOException {
    Verdict verdict = bench.verdict();
    RuleBook after = verdict.trial().book();
    SortedMap<String, PackDraft.File> files = bench.draft().files();
    Instant at = options.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    String impact;
    String before;
    try (Edition edition = served.edition()) {
      before = edition.book().hash();
      impact = population == null ? null : impact(population, edition.book(), after, at);
    }
    Map<String, Integer> coverage = new LinkedHashMap<>();
    Coverage.of(after, verdict.trial().results())
        .kinds()
        .forEach((kind, reach) -> coverage.put(kind, reach.percent()));
    Set<String> edited = edited(bench, verdict);
    MutantTrial mutants =
        MutantTrial.of(
            verdict, MutantTrial.mutants(verdict, edited::contains), served.folder(), result -> {});
    Path state = benches.state(served);
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((name, file) -> texts.put(name, file.text()));
    Dossier dossier =
        new Dossier(
            at,
            who,
            why,
            served.name(),
            before,
            after.hash(),
            files,
            verdict.trial().results().size(),
            coverage,
            mutants,
            population,
            impact,
            commit(served, after.hash(), texts, who, why, at));
    new Dossiers(state.resolve("dossiers")).keep(dossier);
    synchronized (served) { // which reads its folder again when all is written, not before
      new Release(served.folder(), state).write(texts);
      bench.draft().released(who, dossier.name());
      served.reload(options.clock().instant());
    }
    return dossier;
  }

  /** The rules, and the other files, that the draft edits. */
  private static Set<String> edited(Bench bench, Verdict verdict) {
    Set<String> edited = new HashSet<>(bench.draft().files().keySet());
    PackTexts before = verdict.texts();
    for (Map.Entry<String, PackDraft.File> file : bench.draft().files().entrySet()) {
      String base = file.getValue().base();
      before = before.with(file.getKey(), base.isEmpty() ? null : base);
    }
    DrlTree old = DrlTree.of(before.files());
    for (RuleSource rule : DrlTree.of(verdict.texts().files()).rules()) {
      RuleSource was = old.rule(rule.name());
      if (was == null || !was.whole().text().equals(rule.whole().text())) {
        edited.add(rule.name());
      }
    }
    return edited;
  }

  private String impact(String population, RuleBook before, RuleBook after, Instant at)
      throws IOException {
    ComparisonOptions compared =
        new ComparisonOptions(at, EngineChoice::openOne, options.limits(), 1, 1, false, List.of());
    Impact found = populations.compare(population, before, after, compared, new RunListener() {});
    return new String(ImpactFormat.JSON.report(found, before, after), StandardCharsets.UTF_8);
  }

  private static String commit(
      ServedPack served, String hash, Map<String, String> texts, String who, String why, Instant at)
      throws IOException {
    Map<String, String> committed = new LinkedHashMap<>(texts);
    committed.replaceAll((name, text) -> text.isEmpty() ? null : text);
    return GitCommit.on(
        served.folder(),
        committed,
        "policy/%s-%s".formatted(served.name(), Dossier.name(at, hash)),
        why + "\n",
        who,
        at);
  }

  private Dossiers dossiers(Exchange exchange) {
    ServedPack served = shelf.get(exchange.path("pack"));
    if (served.folder() == null) {
      throw new HttpProblem(ProblemType.READ_ONLY, "the pack is part of the program");
    }
    return new Dossiers(benches.state(served).resolve("dossiers"));
  }

  /** What was released, the last first. */
  void list(Exchange exchange) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode list = json.putArray("dossiers");
    for (JsonNode dossier : dossiers(exchange).all()) {
      ObjectNode one = list.addObject();
      for (String name : List.of("name", "sha256", "at", "who", "why")) {
        one.put(name, dossier.path(name).asString());
      }
    }
    exchange.answer(Content.JSON, json + "\n");
  }

  /** One dossier, as JSON or as a page. */
  void get(Exchange exchange) throws IOException {
    String name = exchange.path("file");
    byte[] dossier = dossiers(exchange).read(name);
    if (dossier == null) {
      throw new HttpProblem(ProblemType.NOT_FOUND, "there is no such dossier");
    }
    exchange.answer(200, name.endsWith("html") ? Content.HTML : Content.JSON, dossier);
  }
}
