package dev.certus.serve;

import dev.certus.language.Diagnostic;
import dev.certus.language.Verdict;
import dev.certus.mutation.Equivalents;
import dev.certus.mutation.Mutant;
import dev.certus.mutation.Mutants;
import dev.certus.mutation.MutationResult;
import dev.certus.mutation.MutationResult.Fate;
import dev.certus.mutation.MutationRun;
import dev.certus.problem.Problem;
import dev.certus.problem.ProblemJson;
import dev.certus.scenario.Scenario;
import dev.certus.scenario.ScenarioResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    List<Mutant> mutants =
        Mutants.of(verdict.texts().files()).stream()
            .filter(mutant -> mutant.in().equals(in))
            .toList();
    if (mutants.isEmpty()) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY,
          "/in",
          "`%s`".formatted(in),
          "a rule with something to change");
    }
    Equivalents equivalents = Equivalents.of(served.folder());
    Job job = jobs.start(run -> run(run, bench, verdict, mutants, equivalents));
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
      Job job, Bench bench, Verdict verdict, List<Mutant> mutants, Equivalents equivalents) {
    List<Scenario> scenarios =
        verdict.trial().results().stream().map(ScenarioResult::scenario).toList();
    int[] done = new int[1];
    List<MutationResult> results =
        new MutationRun(verdict.trial().book(), scenarios)
            .run(
                mutants,
                1,
                result -> job.progressed(++done[0], 0, (double) done[0] / mutants.size()));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    long noticed = results.stream().filter(result -> result.fate() == Fate.KILLED).count();
    ArrayNode survivors = json.putArray("unnoticed");
    for (MutationResult result : results) {
      if (result.fate() == Fate.SURVIVED && !equivalents.contains(result.mutant())) {
        survivors.add(survivor(bench, result.mutant()));
      }
    }
    json.put("noticed", noticed);
    json.put("tried", noticed + survivors.size());
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
