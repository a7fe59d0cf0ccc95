package dev.certus.serve;

import dev.certus.engine.DecisionException;
import dev.certus.language.TextEdit;
import dev.certus.language.Verdict;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordReader;
import dev.certus.run.Fault;
import dev.certus.scenario.Acceptance;
import dev.certus.scenario.PackTexts;
import dev.certus.scenario.ScenarioFiles;
import dev.certus.scenario.ScenarioResult;
import dev.certus.scenario.ScenarioText;
import dev.certus.workbench.ConflictException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What people do with the draft of a pack. */
final class DraftActions {

  /** How often a page that waits hears of nothing, so that a broken connection is seen. */
  private static final long STILL_MILLIS = 10_000;

  private static final int LONGEST_NAME = 100;

  /** What a recorded scenario expects of each decision. */
  private static final List<String> EXPECTED =
      List.of("code", "subject", "clause", "from", "until", "through", "evidence");

  private final Benches benches;

  DraftActions(Benches benches) {
    this.benches = benches;
  }

  private Bench bench(Exchange exchange) throws IOException {
    return benches.get(exchange.path("pack"));
  }

  /** The whole draft. */
  void get(Exchange exchange) throws IOException {
    exchange.answer(Content.JSON, DraftJson.whole(bench(exchange)) + "\n");
  }

  /** Changes texts: each of one file, made from a revision that the editor saw. */
  void edit(Exchange exchange) throws IOException {
    Bench bench = bench(exchange);
    JsonNode body = exchange.json();
    String who = who(exchange, body);
    long seen = body.path("seen").asLong(-1);
    if (seen < 0) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY, "/seen", "no number", "the revision that was edited");
    }
    Map<String, String> texts = texts(bench, body);
    if (texts.isEmpty()) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY, "", "nothing to change", "`files`, `edits`, or both");
    }
    try {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        bench.draft().edit(who, text.getKey(), seen, text.getValue());
      }
    } catch (ConflictException e) {
      throw conflict(e);
    }
    bench.changed();
    state(exchange, bench);
  }

  /** The new texts that the body asks for: whole ones in `files`, or changes of them in `edits`. */
  private static Map<String, String> texts(Bench bench, JsonNode body) {
    Map<String, String> texts = new TreeMap<>();
    PackTexts before = bench.draft().texts();
    if (body.has("edits")) {
      List<TextEdit> edits =
          body.path("edits")
              .valueStream()
              .map(
                  edit ->
                      new TextEdit(
                          edit.path("file").asString(""),
                          edit.path("start").asInt(-1),
                          edit.path("end").asInt(-1),
                          edit.path("text").asString("")))
              .sorted(Comparator.comparing(TextEdit::start).reversed())
              .toList();
      for (TextEdit edit : edits) {
        String text = texts.getOrDefault(edit.file(), before.all().getOrDefault(edit.file(), ""));
        if (edit.start() < 0 || edit.end() < edit.start() || edit.end() > text.length()) {
          throw HttpProblem.body(
              ProblemType.MALFORMED_BODY, "/edits", "an edit outside of the text", "one within");
        }
        texts.put(
            edit.file(),
            text.substring(0, edit.start()) + edit.text() + text.substring(edit.end()));
      }
    }
    PackTexts after = Edits.of(body, before);
    for (String name : body.path("files").propertyNames()) {
      texts.put(name, after.all().getOrDefault(name, ""));
    }
    for (String name : texts.keySet()) {
      if (!PackTexts.isName(name)) {
        throw HttpProblem.body(
            ProblemType.MALFORMED_BODY, "/edits", "`%s`".formatted(name), "a file of the pack");
      }
    }
    return texts;
  }

  /** Who asks: the one whose token it is, else the name that the person gives. */
  static String who(Exchange exchange, JsonNode body) {
    if (exchange.person() != null) {
      return exchange.person().name();
    }
    String who = body.path("who").asString("").strip();
    if (who.isEmpty() || who.length() > LONGEST_NAME) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY, "/who", "no name", "the name of the person who asks");
    }
    return who;
  }

  private static HttpProblem conflict(ConflictException e) {
    return new HttpProblem(
        ProblemType.CONFLICT, e.getMessage() + ": see the new text, and edit that");
  }

  private static void state(Exchange exchange, Bench bench) throws IOException {
    exchange.answer(Content.JSON, DraftJson.state(bench) + "\n");
  }

  /** Adds a scenario: a record, an instant, and the decisions that the draft gives as of then. */
  void scenario(Exchange exchange) throws IOException {
    Bench bench = bench(exchange);
    JsonNode body = exchange.json();
    String who = who(exchange, body);
    String file = body.path("file").asString("");
    String name = body.path("name").asString("").strip();
    if (!PackTexts.isName(file) || !file.startsWith(ScenarioFiles.FOLDER + "/")) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY, "/file", "`%s`".formatted(file), "scenarios/NAME.yaml");
    }
    if (name.isEmpty()) {
      throw HttpProblem.body(ProblemType.MALFORMED_BODY, "/name", "nothing", "a sentence");
    }
    String scenario;
    try (Edition edition = bench.edition()) {
      scenario = scenario(edition, body, name);
    }
    String before = bench.draft().texts().all().getOrDefault(file, "");
    String gap = before.isEmpty() ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    try {
      bench.draft().edit(who, file, bench.draft().revision(), before + gap + scenario);
    } catch (ConflictException e) {
      throw conflict(e);
    }
    bench.changed();
    state(exchange, bench);
  }

  private static String scenario(Edition edition, JsonNode body, String name) {
    try {
      Instant asOf = OffsetDateTime.parse(body.path("asOf").asString("")).toInstant();
      CandidateRecord record =
          new RecordReader(edition.book().pack().record(), field -> {}).read(body.path("record"));
      List<Map<String, Object>> expected =
          edition.engine().decide(record, asOf).decisions().stream()
              .map(decision -> ScenarioText.fields(decision, EXPECTED))
              .toList();
      return ScenarioText.of(name, asOf, record, expected, List.of());
    } catch (DateTimeException e) {
      throw HttpProblem.body(ProblemType.MALFORMED_BODY, "/asOf", "no instant", "an instant");
    } catch (RecordException e) {
      throw HttpProblem.rejected(e.candidateId(), Fault.of(e));
    } catch (DecisionException e) {
      throw HttpProblem.rejected(null, Fault.of(e));
    }
  }

  /** Makes a failing scenario, or all of them, expect the decisions that the draft gives. */
  void accept(Exchange exchange) throws IOException {
    Bench bench = bench(exchange);
    JsonNode body = exchange.json();
    String who = who(exchange, body);
    String only = body.path("scenario").asString(null);
    Verdict verdict = bench.verdict();
    if (verdict.trial() == null) {
      throw HttpProblem.unsound(verdict.problems());
    }
    Map<String, List<ScenarioResult>> byFile =
        verdict.trial().failed().stream()
            .filter(result -> only == null || result.scenario().name().equals(only))
            .collect(
                Collectors.groupingBy(
                    result -> verdict.texts().nameOf(result.scenario().at()),
                    TreeMap::new,
                    Collectors.toList()));
    try {
      for (Map.Entry<String, List<ScenarioResult>> file : byFile.entrySet()) {
        Acceptance acceptance = new Acceptance(verdict.texts().all().get(file.getKey()));
        acceptance.accept(file.getValue());
        bench.draft().edit(who, file.getKey(), bench.draft().revision(), acceptance.text());
      }
    } catch (ConflictException e) {
      throw conflict(e);
    }
    bench.changed();
    exchange.answer(Content.JSON, DraftJson.whole(bench) + "\n");
  }

  /** Takes the last edit back. */
  void undo(Exchange exchange) throws IOException {
    Bench bench = bench(exchange);
    try {
      bench.draft().undo(who(exchange, exchange.json()));
    } catch (ConflictException e) {
      throw conflict(e);
    }
    bench.changed();
    exchange.answer(Content.JSON, DraftJson.whole(bench) + "\n");
  }

  /** Drops all edits. */
  void discard(Exchange exchange) throws IOException {
    Bench bench = bench(exchange);
    bench.draft().discard(who(exchange, exchange.json()));
    bench.changed();
    exchange.answer(Content.JSON, DraftJson.whole(bench) + "\n");
  }

  /** Says each time that the draft has changed. */
  void events(Exchange exchange) throws IOException, InterruptedException {
    Bench bench = bench(exchange);
    long told = -1;
    try (OutputStream out = exchange.stream("text/event-stream")) {
      while (!benches.isClosed()) {
        long now = bench.draft().revision();
        String event = now == told ? ":\n\n" : "event: draft\ndata: {\"revision\":%d}\n\n";
        out.write(event.formatted(now).getBytes(StandardCharsets.UTF_8));
        out.flush();
        told = now;
        bench.awaitOther(told, STILL_MILLIS);
      }
    }
  }
}
