package dev.certus.serve;

import dev.certus.engine.EngineChoice;
import dev.certus.impact.ComparisonOptions;
import dev.certus.impact.Impact;
import dev.certus.impact.ImpactFormat;
import dev.certus.problem.PackException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.InputRecord;
import dev.certus.run.ParsedRecord;
import dev.certus.run.RecordSource;
import dev.certus.scenario.PackTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Compares edits of a pack with the pack that is served, over a population, as a job. */
final class DiffActions {

  /** How many records of a population are shown. */
  private static final int SHOWN = 200;

  private final Shelf shelf;
  private final ServiceOptions options;
  private final Populations populations;
  private final Jobs jobs;

  DiffActions(Shelf shelf, ServiceOptions options, Populations populations, Jobs jobs) {
    this.shelf = shelf;
    this.options = options;
    this.populations = populations;
    this.jobs = jobs;
  }

  /** Starts a comparison. */
  void start(Exchange exchange) throws IOException {
    ServedPack served = shelf.get(exchange.path("pack"));
    Instant asOf = exchange.asOf();
    String population = exchange.oneOf("population", populations.names());
    double share = share(exchange.query("share"));
    JsonNode body = exchange.json();
    try (Edition edition = served.edition()) {
      PackTexts texts = Edits.of(body, served.texts());
      RuleBook before = edition.book();
      RuleBook after = before.changed(texts.files());
      ComparisonOptions compared =
          new ComparisonOptions(
              asOf, EngineChoice::openOne, options.limits(), 1, share, true, List.of());
      exchange.names(edition);
      Job job = jobs.start(run -> compare(run, population, before, after, compared));
      exchange.context().header("Location", "/v1/jobs/" + job.id());
      exchange.answer(Content.JSON, job.json() + "\n");
    } catch (PackException e) {
      throw HttpProblem.unsound(e);
    }
  }

  private Map<String, byte[]> compare(
      Job job, String population, RuleBook before, RuleBook after, ComparisonOptions compared)
      throws IOException {
    Impact impact = populations.compare(population, before, after, compared, job);
    return Map.of(
        Content.JSON,
        ImpactFormat.JSON.report(impact, before, after),
        Content.HTML,
        ImpactFormat.HTML.report(impact, before, after));
  }

  private static double share(String text) {
    if (text == null) {
      return 1;
    }
    try {
      double share = Double.parseDouble(text);
      if (share > 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw HttpProblem.parameter(
        "share", "`%s`".formatted(text), "a number that is more than 0 and at most 1");
  }

  /** The populations that packs can be compared on. */
  void populations(Exchange exchange) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    populations.names().stream().sorted().forEach(json.putArray("populations")::add);
    exchange.answer(Content.JSON, json + "\n");
  }

  /** The first records of a population, to look at, as a pack declares them. */
  void records(Exchange exchange) throws IOException {
    String population = exchange.path("population");
    if (!populations.names().contains(population)) {
      throw new HttpProblem(ProblemType.NOT_FOUND, "there is no such population");
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode records = json.putArray("records");
    RecordShape shape;
    String pack = exchange.query("pack");
    ServedPack served = pack == null ? shelf.first() : shelf.get(pack);
    try (Edition edition = served.edition()) {
      shape = edition.book().pack().record();
    }
    RecordReader reader = new RecordReader(shape, field -> {});
    try (RecordSource source = populations.open(shape, population)) {
      InputRecord next = source.next();
      for (; next != null && records.size() < SHOWN; next = source.next()) {
        CandidateRecord record = ParsedRecord.of(next, reader).record();
        if (record != null) {
          String line = new String(RecordJson.line(record), StandardCharsets.UTF_8);
          records.addRawValue(new RawValue(line.strip()));
        }
      }
    }
    exchange.answer(Content.JSON, json + "\n");
  }

  /** How far a job is. */
  void job(Exchange exchange) throws IOException {
    exchange.answer(Content.JSON, jobs.get(exchange.path("job")).json() + "\n");
  }

  /** What a job found, as JSON or as a page. */
  void report(Exchange exchange) throws IOException {
    Job job = jobs.get(exchange.path("job"));
    boolean isPage = exchange.wants("text/html") || exchange.context().path().endsWith(".html");
    String type = isPage ? Content.HTML : Content.JSON;
    byte[] report = job.reports().get(type);
    if (report == null) {
      throw new HttpProblem(
          ProblemType.NOT_FOUND, "the job has no report: it is " + job.state().written());
    }
    exchange.answer(200, type, report);
  }

  /** Ends a job. */
  void cancel(Exchange exchange) throws IOException {
    Job job = jobs.get(exchange.path("job"));
    job.cancel();
    exchange.answer(Content.JSON, job.json() + "\n");
  }

  /** How far a job is, each time that it is further, until it ends. */
  void events(Exchange exchange) throws IOException, InterruptedException {
    Job job = jobs.get(exchange.path("job"));
    try (OutputStream out = exchange.stream("text/event-stream")) {
      Job.Seen seen = null;
      do {
        seen = job.after(seen);
        String event = "event: %s%ndata: %s%n%n".formatted(job.state().written(), seen.json());
        out.write(event.replace("\r", "").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } while (!seen.isLast());
    }
  }
}
