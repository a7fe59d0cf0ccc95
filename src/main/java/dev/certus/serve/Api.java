package dev.certus.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All that the service can be asked. */
final class Api {

  private static final Parameter PACK = Parameter.path("pack", "The pack, by its name.");
  private static final Parameter JOB = Parameter.path("job", "The job, by its id.");
  private static final Parameter AS_OF =
      Parameter.instant(
          "asOf",
          "The instant to decide for, with an offset or Z, such as 2026-11-23T08:00:00Z. Default:"
              + " now, to the second.");
  private static final Parameter SUBJECT =
      Parameter.query(
          "subject", "Only decisions about this exam, certification, attempt or appointment.");

  private final List<Operation> operations = new ArrayList<>();
  private final String description;

  Api(
      ServiceOptions options,
      Admission admission,
      ServiceMetrics metrics,
      DecideActions decide,
      ExplainActions explain,
      PackActions packs,
      DiffActions diffs) {
    add(
        Operation.get("/health", "health", "Says that the process answers.")
            .gives(Content.json("Status"))
            .by(exchange -> exchange.answer(Content.JSON, "{\"status\":\"up\"}\n")));
    add(
        Operation.get("/ready", "ready", "Says whether requests are taken.")
            .gives(Content.json("Status"))
            .or(ProblemType.BUSY)
            .by(exchange -> ready(exchange, admission)));
    add(
        Operation.get("/metrics", "metrics", "Gives the numbers of the service.")
            .gives(new Content("application/openmetrics-text", null))
            .by(metrics::answer));
    add(
        Operation.get("/openapi.json", "openapi", "Describes this service.")
            .gives(Content.json("OpenApi"))
            .by(this::describe));
    addDecisions(decide, explain);
    addPacks(packs);
    addDiffs(diffs);
    description = OpenApi.of(operations, options.program());
  }

  private void addDecisions(DecideActions decide, ExplainActions explain) {
    add(
        Operation.post(
                "/v1/packs/{pack}/decide",
                "decide",
                "Decides a record; or a stream of records, a line each, with an answer line for"
                    + " each.")
            .with(PACK, AS_OF)
            .takes(Content.json("Record"), new Content(Content.JSON_LINES, "Record"))
            .gives(Content.json("Decisions"), new Content(Content.JSON_LINES, "Answer"))
            .or(ProblemType.INVALID_RECORD, ProblemType.RULES_FAIL)
            .by(decide::decide));
    add(
        Operation.post(
                "/v1/packs/{pack}/explain", "explain", "Explains why a record got its decisions.")
            .with(PACK, AS_OF, Parameter.query("code", "Only decisions of this code."), SUBJECT)
            .takes(Content.json("Record"))
            .gives(Content.json("Report"), new Content("text/markdown", null))
            .or(ProblemType.INVALID_RECORD, ProblemType.RULES_FAIL)
            .by(explain::explain));
    add(
        Operation.post(
                "/v1/packs/{pack}/why-not",
                "whyNot",
                "Explains why a record did not get decisions of a code, and when it would if"
                    + " nothing but time passed.")
            .with(PACK, Parameter.required("code", "the decision's code"), AS_OF, SUBJECT)
            .takes(Content.json("Record"))
            .gives(Content.json("Report"), new Content("text/markdown", null))
            .or(ProblemType.INVALID_RECORD, ProblemType.RULES_FAIL)
            .by(explain::whyNot));
    add(
        Operation.post(
                "/v1/packs/{pack}/timeline",
                "timeline",
                "Shows a record's decisions from its first fact to the last change to come.")
            .with(PACK, AS_OF)
            .takes(Content.json("Record"))
            .gives(
                Content.json("Timeline"),
                new Content("image/svg+xml", null),
                new Content("text/html", null))
            .or(ProblemType.INVALID_RECORD, ProblemType.RULES_FAIL)
            .by(explain::timeline));
  }

  private void addPacks(PackActions packs) {
    add(
        Operation.get("/v1/packs", "listPacks", "Lists the packs that are served.")
            .gives(Content.json("Packs"))
            .by(packs::list));
    add(
        Operation.get("/v1/packs/{pack}", "getPack", "Describes a pack that is served.")
            .with(PACK)
            .gives(Content.json("Pack"))
            .by(packs::describe));
    add(
        Operation.post(
                "/v1/packs/{pack}/check",
                "check",
                "Checks a pack as it is in its folder, or with the edits in the body.")
            .with(PACK)
            .takes(Content.json("Edits"))
            .gives(Content.json("Check"))
            .or(ProblemType.UNSOUND_PACK)
            .by(packs::check));
    add(
        Operation.post(
                "/v1/packs/{pack}/test",
                "test",
                "Runs the scenarios of a pack as it is in its folder, or with the edits in the"
                    + " body.")
            .with(PACK, Parameter.query("coverage", "true: say what the scenarios reach as well."))
            .takes(Content.json("Edits"))
            .gives(Content.json("Test"))
            .or(ProblemType.UNSOUND_PACK)
            .by(packs::test));
  }

  private void addDiffs(DiffActions diffs) {
    add(
        Operation.get(
                "/v1/populations",
                "listPopulations",
                "Lists the records that packs are compared on.")
            .gives(Content.json("Populations"))
            .by(diffs::populations));
    add(
        Operation.post(
                "/v1/packs/{pack}/diffs",
                "startDiff",
                "Starts a job that compares the pack that is served with the one in its folder, or"
                    + " with the edits in the body.")
            .with(
                PACK,
                Parameter.required("population", "a population, by its name"),
                AS_OF,
                Parameter.query(
                    "share",
                    "Compare only about this share of candidates: more than 0, at most 1."))
            .takes(Content.json("Edits"))
            .gives(202, Content.json("Job"))
            .or(ProblemType.UNSOUND_PACK)
            .by(diffs::start));
    add(
        Operation.get("/v1/jobs/{job}", "getJob", "Says how far a job is.")
            .with(JOB)
            .gives(Content.json("Job"))
            .by(diffs::job));
    add(
        Operation.get(
                "/v1/jobs/{job}/events",
                "jobEvents",
                "Says how far a job is, each time that it is further, until it ends.")
            .with(JOB)
            .gives(new Content("text/event-stream", null))
            .by(diffs::events));
    add(
        Operation.get("/v1/jobs/{job}/report", "jobReport", "Gives what a job found.")
            .with(JOB)
            .gives(Content.json("Impact"), new Content("text/html", null))
            .by(diffs::report));
    add(
        Operation.delete("/v1/jobs/{job}", "cancelJob", "Ends a job.")
            .with(JOB)
            .gives(Content.json("Job"))
            .by(diffs::cancel));
  }

  private void add(Operation operation) {
    operations.add(operation);
  }

  private static void ready(Exchange exchange, Admission admission) throws IOException {
    if (admission.isClosed()) {
      throw new HttpProblem(ProblemType.BUSY, "the service is about to stop");
    }
    exchange.answer(Content.JSON, "{\"status\":\"ready\"}\n");
  }

  private void describe(Exchange exchange) throws IOException {
    exchange.answer(Content.JSON, description);
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }
}
