package dev.certus.serve;

import dev.certus.language.Diagnostic;
import dev.certus.language.Verdict;
import dev.certus.mutation.Mutant;
import dev.certus.problem.Problem;
import dev.certus.problem.ProblemJson;
import dev.certus.scenario.ScenarioResult;
import dev.certus.workbench.MutantTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tries small changes of a rule, as a job: which of them no scenario notices. */
final class MutantActions {

  private final Shelf shelf;
  private final Benches benches;
  private final Jobs jobs;

  MutantActions(Shelf shelf, Benches benches, Jobs jobs) {
    this.shelf = shelf;
    this.benches = benches;
    this.jobs = jobs;
  }

  /** Starts to try all small changes of a rule, or of a file that holds none, of the draft. */
  void start(Exchange exchange) throws IOException {
    ServedPack served = shelf.get(exchange.path("pack"));
    Bench bench = benches.get(served.name());
    JsonNode body = exchange.json();
    String in = body.path("in").asString("");
    Verdict verdict = bench.verdict();
    if (!verdict.isGood()) {
      throw HttpProblem.unsound(
          verdict.trial() == null
              ? verdict.problems()
              : List.of(failing(verdict.trial().failed().get(0))));
    }
    List<Mutant> mutants = MutantTrial.mutants(verdict, in::equals);
    if (mutants.isEmpty()) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY,
          "/in",
          "`%s`".formatted(in),
          "a rule with something to change");
    }
    Job job = jobs.start(run -> run(run, bench, verdict, mutants, served.folder()));
    exchange.context().header("Location", "/v1/jobs/" + job.id());
    exchange.answer(Content.JSON, job.json() + "\n");
  }

  private static Problem failing(ScenarioResult failed) {
    return new Problem(
        "failing-scenario",
        failed.scenario().at(),
        "the scenario fails: " + failed.scenario().name(),
        "mend it first: changes are held against scenarios that pass");
  }

  private static Map<String, byte[]> run(
      Job job, Bench bench, Verdict verdict, List<Mutant> mutants, Path folder) {
    int[] done = new int[1];
    MutantTrial found =
        MutantTrial.of(
            verdict,
            mutants,
            folder,
            result -> job.progressed(++done[0], 0, (double) done[0] / mutants.size()));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("noticed", found.noticed());
    json.put("tried", found.tried());
    ArrayNode unnoticed = json.putArray("unnoticed");
    found.unnoticed().forEach(mutant -> unnoticed.add(survivor(bench, mutant)));
    return Map.of(Content.JSON, (json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode survivor(Bench bench, Mutant mutant) {
    Problem unnoticed =
        new Problem(
            "unnoticed-change", mutant.at(), mutant.change(), "add a scenario that notices it");
    Diagnostic placed = bench.placed(unnoticed);
    return ProblemJson.of(unnoticed)
        .put("file", placed.file())
        .put("start", placed.start())
        .put("end", placed.end());
  }
}
