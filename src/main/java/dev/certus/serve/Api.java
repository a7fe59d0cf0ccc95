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
  private static final Parameter BY =
      Parameter.query("by", "draft: decide by the draft of the pack. Default: by the pack.");
  private static final Parameter SUBJECT =
      Parameter.query(
          "subject", "Only decisions about this exam, certification, attempt or appointment.");

  private final List<Operation> operations = new ArrayList<>();
  private final String description;

  Api(
      ServiceOptions options,
      Admission admission,
      Doorkeeper doorkeeper,
      ServiceMetrics metrics,
      DecideActions decide,
      ExplainActions explain,
      PackActions packs,
      DiffActions diffs,
      DraftActions drafts,
      LanguageActions language,
      MutantActions mutants,
      ReleaseActions releases) {
    add(
        Operation.get("/health", "health", "Says that the process answers.")
            .gives(Content.json("Status"))
            .needs(null)
            .by(exchange -> exchange.answer(Content.JSON, "{\"status\":\"up\"}\n")));
    add(
        Operation.post("/login", "login", "Lets a browser keep a token in a cookie.")
            .takes(Content.json("Login"))
            .gives(Content.json("Person"))
            .needs(null)
            .by(doorkeeper::enter));
    add(
        Operation.post("/logout", "logout", "Takes the token out of the browser.")
            .takes(Content.json("Logout"))
            .gives(Content.json("Logout"))
            .needs(null)
            .by(doorkeeper::leave));
    add(
        Operation.get("/me", "whoAmI", "Says who asks; nothing where nobody is asked.")
            .gives(Content.json("Person"))
            .by(doorkeeper::whoAmI));
    add(
        Operation.get("/ready", "ready", "Says whether requests are taken.")
            .gives(Content.json("Status"))
            .or(ProblemType.BUSY)
            .needs(null)
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
    addDrafts(drafts);
    addLanguage(language);
    add(
        change(
                "/v1/packs/{pack}/draft/mutants",
                "startMutants",
                "Starts a job that tries small changes of a rule, to see which no scenario notices.",
                "MutantsRequest")
            .gives(202, Content.json("Job"))
            .or(ProblemType.READ_ONLY, ProblemType.UNSOUND_PACK)
            .by(mutants::start));
    addReleases(releases);
    description = OpenApi.of(operations, options.program());
  }

  private void addDecisions(DecideActions decide, ExplainActions explain) {
    add(
        Operation.post(
                "/v1/packs/{pack}/decide",
                "decide",
                "Decides a record; or a stream of records, a line each, with an answer line for"
                    + " each.")
            .with(PACK, AS_OF, BY)
            .takes(Content.json("Record"), new Content(Content.JSON_LINES, "Record"))
            .gives(Content.json("Decisions"), new Content(Content.JSON_LINES, "Answer"))
            .or(ProblemType.INVALID_RECORD, ProblemType.RULES_FAIL)
            .by(decide::decide));
    add(
        Operation.post(
                "/v1/packs/{pack}/explain", "explain", "Explains why a record got its decisions.")
            .with(PACK, AS_OF, BY, Parameter.query("code", "Only decisions of this code."), SUBJECT)
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
            .with(PACK, Parameter.required("code", "the decision's code"), AS_OF, BY, SUBJECT)
            .takes(Content.json("Record"))
            .gives(Content.json("Report"), new Content("text/markdown", null))
            .or(ProblemType.INVALID_RECORD, ProblemType.RULES_FAIL)
            .by(explain::whyNot));
    add(
        Operation.post(
                "/v1/packs/{pack}/timeline",
                "timeline",
                "Shows a record's decisions from its first fact to the last change to come.")
            .with(PACK, AS_OF, BY)
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
        Operation.get(
                "/v1/populations/{population}/records",
                "listRecords",
                "Gives the first records of a population.")
            .with(
                Parameter.path("population", "The population, by its name."),
                Parameter.query("pack", "The pack that declares them; by default the first."))
            .gives(Content.json("Records"))
            .by(diffs::records));
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
            .gives(Content.json("JobReport"), new Content("text/html", null))
            .by(diffs::report));
    add(
        Operation.get("/v1/jobs/{job}/report.html", "jobPage", "Gives what a job found, as a page.")
            .with(JOB)
            .gives(new Content("text/html", null))
            .by(diffs::report));
    add(
        Operation.delete("/v1/jobs/{job}", "cancelJob", "Ends a job.")
            .with(JOB)
            .gives(Content.json("Job"))
            .by(diffs::cancel));
  }

  private void addDrafts(DraftActions drafts) {
    String draft = "/v1/packs/{pack}/draft";
    add(
        Operation.get(draft, "getDraft", "Gives the draft of a pack: texts, clauses, verdict.")
            .with(PACK)
            .gives(Content.json("Draft"))
            .or(ProblemType.READ_ONLY)
            .by(drafts::get));
    add(
        Operation.get(
                draft + "/events", "draftEvents", "Says each time that the draft has changed.")
            .with(PACK)
            .gives(new Content("text/event-stream", null))
            .or(ProblemType.READ_ONLY)
            .by(drafts::events));
    add(
        change(draft + "/edits", "editDraft", "Changes texts of the draft.", "DraftEdit")
            .gives(Content.json("DraftState"))
            .or(ProblemType.READ_ONLY, ProblemType.CONFLICT)
            .needs(Role.EDIT)
            .by(drafts::edit));
    add(
        change(
                draft + "/scenario",
                "recordScenario",
                "Adds a scenario: a record, an instant, and the decisions as of then.",
                "ScenarioRequest")
            .gives(Content.json("DraftState"))
            .or(
                ProblemType.READ_ONLY,
                ProblemType.CONFLICT,
                ProblemType.UNSOUND_PACK,
                ProblemType.RULES_FAIL)
            .needs(Role.EDIT)
            .by(drafts::scenario));
    add(
        change(
                draft + "/accept",
                "acceptScenarios",
                "Makes failing scenarios expect the decisions that the draft gives.",
                "Acceptance")
            .gives(Content.json("Draft"))
            .or(ProblemType.READ_ONLY, ProblemType.CONFLICT, ProblemType.UNSOUND_PACK)
            .needs(Role.EDIT)
            .by(drafts::accept));
    add(
        change(draft + "/undo", "undoDraft", "Takes the last edit of the draft back.", "Who")
            .gives(Content.json("Draft"))
            .or(ProblemType.READ_ONLY, ProblemType.CONFLICT)
            .needs(Role.EDIT)
            .by(drafts::undo));
    add(
        change(draft + "/discard", "discardDraft", "Drops all edits of the draft.", "Who")
            .gives(Content.json("Draft"))
            .or(ProblemType.READ_ONLY)
            .needs(Role.EDIT)
            .by(drafts::discard));
  }

  private void addLanguage(LanguageActions language) {
    String draft = "/v1/packs/{pack}/draft";
    add(
        change(draft + "/completions", "complete", "Says what can be written at a place.", "At")
            .gives(Content.json("Completions"))
            .or(ProblemType.READ_ONLY)
            .by(language::completions));
    add(
        change(draft + "/name", "lookUp", "Says what the name at a place means.", "At")
            .gives(Content.json("Name"))
            .or(ProblemType.READ_ONLY)
            .by(language::name));
    add(
        change(draft + "/rename", "rename", "Gives the edits that rename a name.", "Renaming")
            .gives(Content.json("TextEdits"))
            .or(ProblemType.READ_ONLY)
            .by(language::rename));
  }

  private void addReleases(ReleaseActions releases) {
    add(
        change(
                "/v1/packs/{pack}/draft/release",
                "release",
                "Brings the draft into the pack, if it is sound and its scenarios pass.",
                "ReleaseRequest")
            .gives(Content.json("Released"))
            .or(ProblemType.READ_ONLY, ProblemType.CONFLICT, ProblemType.UNSOUND_PACK)
            .needs(Role.RELEASE)
            .by(releases::release));
    add(
        Operation.get("/v1/packs/{pack}/dossiers", "listDossiers", "Lists what was released.")
            .with(PACK)
            .gives(Content.json("Dossiers"))
            .or(ProblemType.READ_ONLY)
            .by(releases::list));
    add(
        Operation.get(
                "/v1/packs/{pack}/dossiers/{file}",
                "getDossier",
                "Gives what is to be known of a release.")
            .with(
                PACK, Parameter.path("file", "The dossier's name, with .json or .html behind it."))
            .gives(Content.json("Dossier"), new Content("text/html", null))
            .or(ProblemType.READ_ONLY)
            .by(releases::get));
  }

  private static Operation change(String path, String id, String summary, String takes) {
    return Operation.post(path, id, summary).with(PACK).takes(Content.json(takes));
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
