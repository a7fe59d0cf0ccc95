package dev.certus.serve;

import static dev.certus.serve.TestService.JSON;
import static dev.certus.serve.TestService.JSON_LINES;
import static dev.certus.serve.TestService.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service as its clients meet it: a real server, real connections. */
class ServiceTest {

  private static final Path PACK = Packs.AWS;
  private static final String DECIDE = "/v1/packs/aws/decide";
  private static final String FAILED =
      "{\"candidateId\":\"C\",\"attempts\":[{\"id\":\"A\",\"exam\":\"AIF-C01\","
          + "\"startedAt\":\"2026-11-14T10:00:00Z\",\"score\":650}]}";

  private static TestService service;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    service = TestService.on(PACK);
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
  }

  @Test
  void decidesAsOfNowWhereNoInstantIsGiven() throws Exception {
    JsonNode answer = json(service.post(DECIDE, JSON, FAILED).body());
    assertThat(answer.path("asOf").asString()).isEqualTo("2026-11-23T08:00:00Z");
    assertThat(answer.path("nextChangeAt").asString()).isEqualTo("2026-11-28T00:00:00Z");
    assertThat(answer.at("/decisions/1/code").asString()).isEqualTo("retake-blocked");
  }

  @Test
  void namesTheTextOfThePackThatDecided() throws Exception {
    HttpResponse<String> answer = service.post(DECIDE, JSON, FAILED);
    JsonNode pack = json(service.get("/v1/packs/aws").body());
    assertThat(answer.headers().firstValue("Certus-Pack")).contains("aws");
    assertThat(answer.headers().firstValue("Certus-Pack-Hash"))
        .contains(pack.path("sha256").asString());
  }

  @Test
  void reportsFieldsThatItIgnores() throws Exception {
    String record = FAILED.replace("\"score\"", "\"colour\":\"red\",\"score\"");
    assertThat(service.post(DECIDE, JSON, record).headers().firstValue("Certus-Ignored-Fields"))
        .contains("attempts.colour");
  }

  @Test
  void answersEachLineOfAStreamByALine() throws Exception {
    String body = FAILED + "\n\n{\"candidateId\":7}\nnonsense\n" + FAILED.replace("\"C\"", "\"D\"");
    List<String> lines = service.post(DECIDE, JSON_LINES, body).body().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(json(lines.get(0)).path("candidateId").asString()).isEqualTo("C");
    assertThat(json(lines.get(1)).at("/problems/0/pointer").asString()).isEqualTo("/candidateId");
    assertThat(json(lines.get(1)).path("line").asInt()).isEqualTo(3);
    assertThat(json(lines.get(2)).path("reason").asString()).isEqualTo("malformed");
    assertThat(json(lines.get(3)).path("candidateId").asString()).isEqualTo("D");
  }

  @Test
  void answersALineBeforeTheNextIsSent() throws Exception {
    try (Conversation talk = Conversation.on(service.connect())) {
      for (String id : List.of("\"one\"", "\"two\"", "\"three\"")) {
        talk.send(FAILED.replace("\"C\"", id) + "\n");
        assertThat(talk.line()).contains("\"candidateId\":" + id);
      }
      talk.end();
      assertThat(talk.line()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/v1/packs/aws/decide       | application/json  | {            | 400 | malformed-body",
        "/v1/packs/aws/decide       | application/json  | []           | 400 | malformed-body",
        "/v1/packs/aws/decide       | application/json  | {}           | 422 | invalid-record",
        "/v1/packs/aws/decide       | text/csv          | {}           | 415 | unsupported-type",
        "/v1/packs/aws/decide?asof=2026-11-23T08:00:00Z | application/json | {} | 400 | bad-parameter",
        "/v1/packs/aws/decide?asOf=yesterday | application/json | {} | 400 | bad-parameter",
        "/v1/packs/aws/decide?asOf=2026-11-23 | application/json | {} | 400 | bad-parameter",
        "/v1/packs/aws/decide?asOf=2026-11-23T08:00:00Z&asOf=2026-11-23T08:00:00Z | application/json | {} | 400 | bad-parameter",
        "/v1/packs/azure/decide     | application/json  | {}           | 404 | not-found",
        "/v1/packs/aws/why-not      | application/json  | {}           | 400 | bad-parameter",
        "/v1/packs/aws/why-not?code=retake-blockd | application/json | {} | 400 | bad-parameter",
        "/v1/packs/aws/explain?code=retake-blockd | application/json | {} | 400 | bad-parameter",
        "/v1/packs/aws/check        | application/json  | {\"files\":1} | 400 | malformed-body",
        "/v1/packs/aws/check        | application/json  | {\"file\":{}} | 400 | malformed-body",
        "/v1/packs/aws/draft/edits  | application/json  | {\"who\":\"Ann\",\"seen\":0} | 400 | malformed-body",
        "/v1/packs/aws/draft/edits  | application/json  | {\"who\":\"Ann\",\"seen\":0,\"text\":\"\"} | 400 | malformed-body",
        "/v1/packs/aws/check        | application/json  | {\"files\":{\"../x.drl\":\"\"}} | 400 | malformed-body",
        "/v1/packs/aws/check        | application/json  | {\"files\":{\"/etc/x.yaml\":\"\"}} | 400 | malformed-body",
        "/v1/packs/aws/check        | application/json  | {\"files\":{\"a.sh\":\"\"}} | 400 | malformed-body",
        "/v1/packs/aws/check        | application/json  | {\"files\":{\"a.drl\":3}} | 400 | malformed-body",
        "/v1/packs/aws/test         | application/json  | {\"files\":{\"terms.yaml\":null}} | 422 | unsound-pack",
        "/v1/packs/aws/diffs        | application/json  | {} | 400 | bad-parameter",
        "/v1/packs/aws/diffs?population=nobody | application/json | {} | 400 | bad-parameter",
        "/v1/packs/aws/diffs?population=samples&share=2 | application/json | {} | 400 | bad-parameter",
        "/v1/packs                  | application/json  | {}           | 405 | method-not-allowed",
        "/v1/nothing                | application/json  | {}           | 404 | not-found",
      })
  void saysWhatIsWrongWithARequest(
      String path, String type, String body, int status, String problem) throws Exception {
    HttpResponse<String> answer = service.post(path, type, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer.body()).path("type").asString()).isEqualTo("/problems/" + problem);
    assertThat(json(answer.body()).path("status").asInt()).isEqualTo(status);
  }

  @Test
  void pointsAtWhatIsWrongInARecord() throws Exception {
    String record = FAILED.replace("650", "99");
    JsonNode problem = json(service.post(DECIDE, JSON, record).body());
    assertThat(problem.path("candidateId").asString()).isEqualTo("C");
    assertThat(problem.at("/problems/0/pointer").asString()).isEqualTo("/attempts/0/score");
    assertThat(problem.at("/problems/0/found").asString()).isEqualTo("99");
    assertThat(problem.at("/problems/0/expected").asString()).contains("100");
  }

  @Test
  void rejectsABodyThatIsTooLong() throws Exception {
    String long1 = FAILED + " ".repeat(8 << 20);
    for (int i = 0; i < 10; i++) { // a client that sends all before it reads sees the answer
      assertThat(service.post(DECIDE, JSON, long1).statusCode()).isEqualTo(413);
    }
    List<String> lines =
        service.post(DECIDE, JSON_LINES, long1 + "\n" + FAILED).body().lines().toList();
    assertThat(json(lines.get(0)).path("reason").asString()).isEqualTo("oversize");
    assertThat(json(lines.get(1)).path("candidateId").asString()).isEqualTo("C");
  }

  @Test
  void explainsAndSaysWhyNotAndWhen() throws Exception {
    JsonNode why = json(service.post("/v1/packs/aws/explain", JSON, FAILED).body());
    assertThat(why.at("/explanations/1/clause/id").asString()).isEqualTo("AWS-RETAKE-14D");
    JsonNode whyNot =
        json(service.post("/v1/packs/aws/why-not?code=retake-eligible", JSON, FAILED).body());
    assertThat(whyNot.at("/refusals/0/earliest").asString()).isEqualTo("2026-11-28T00:00:00Z");
    HttpResponse<String> picture =
        service.send(
            service
                .request("/v1/packs/aws/timeline")
                .header("Content-Type", JSON)
                .header("Accept", "image/svg+xml")
                .POST(BodyPublishers.ofString(FAILED)));
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(picture.body()).contains("<svg", "retake-blocked");
  }

  @Test
  void checksAndTestsEdits() throws Exception {
    String terms = Files.readString(PACK.resolve("terms.yaml"));
    String edits =
        edits("terms.yaml", terms.replaceFirst("(?s)(retake-wait:.*?value: )14", "$121"));
    assertThat(
            json(service.post("/v1/packs/aws/check", JSON, edits).body()).path("sound").asBoolean())
        .isTrue();
    JsonNode tested = json(service.post("/v1/packs/aws/test", JSON, edits).body());
    assertThat(tested.path("failed").asInt()).isPositive();
    assertThat(json(service.post("/v1/packs/aws/test", JSON, "{}").body()).path("failed").asInt())
        .isZero();
    String rule = Files.readString(PACK.resolve("retakes.drl"));
    JsonNode checked =
        json(
            service
                .post(
                    "/v1/packs/aws/check",
                    JSON,
                    edits("retakes.drl", rule.replace("\"retake-wait\"", "\"retake-wiat\"")))
                .body());
    assertThat(checked.path("sound").asBoolean()).isFalse();
    assertThat(checked.at("/findings/0/help").asString()).contains("retake-wait");
  }

  private static String edits(String file, String text) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.putObject("files").put(file, text);
    return json.toString();
  }

  @Test
  void comparesAsAJob() throws Exception {
    String terms = Files.readString(PACK.resolve("terms.yaml"));
    String edits =
        edits("terms.yaml", terms.replaceFirst("(?s)(retake-wait:.*?value: )14", "$121"));
    HttpResponse<String> started =
        service.post("/v1/packs/aws/diffs?population=samples", JSON, edits);
    assertThat(started.statusCode()).isEqualTo(202);
    String job = started.headers().firstValue("Location").orElseThrow();
    String events = service.get(job + "/events").body();
    assertThat(events).startsWith("event: ").contains("event: done\ndata: {\"job\":");
    JsonNode report = json(service.get(job + "/report").body());
    assertThat(report.path("records").asInt()).isEqualTo(15);
    assertThat(report.path("changed").asInt()).isPositive();
    assertThat(json(service.get(job).body()).path("state").asString()).isEqualTo("done");
    assertThat(service.get("/v1/jobs/none").statusCode()).isEqualTo(404);
  }

  @Test
  void letsASoundTextReplaceThePackAndNoOther() throws Exception {
    Path pack = Packs.copy(Packs.AWS, Files.createDirectories(folder.resolve("aws")));
    Path terms = pack.resolve("terms.yaml");
    String before = Files.readString(terms);
    try (TestService reloading = TestService.on(pack)) {
      String hash = json(reloading.get("/v1/packs/aws").body()).path("sha256").asString();
      Files.writeString(terms, before.replaceFirst("(?s)(retake-wait:.*?value: )14", "$1many"));
      assertThat(reloading.logged()).contains("does not decide");
      JsonNode refused = json(reloading.get("/v1/packs/aws").body());
      assertThat(refused.path("sha256").asString()).isEqualTo(hash);
      assertThat(refused.at("/refused/0/file").asString()).endsWith("terms.yaml");
      assertThat(json(reloading.post(DECIDE, JSON, FAILED).body()).path("nextChangeAt").asString())
          .isEqualTo("2026-11-28T00:00:00Z");
      assertThat(reloading.logged()).contains("many");
      Files.writeString(terms, before.replaceFirst("(?s)(retake-wait:.*?value: )14", "$121"));
      assertThat(reloading.logged()).contains("decides now");
      JsonNode now = json(reloading.get("/v1/packs/aws").body());
      assertThat(now.path("sha256").asString()).isNotEqualTo(hash);
      assertThat(now.path("refused")).isEmpty();
      assertThat(json(reloading.post(DECIDE, JSON, FAILED).body()).path("nextChangeAt").asString())
          .isEqualTo("2026-12-05T00:00:00Z");
    }
  }

  @Test
  void takesAsManyRequestsAsItMay() throws Exception {
    try (TestService small =
            TestService.on(PACK, 1, Duration.ofSeconds(20), Duration.ofSeconds(20));
        Conversation talk = Conversation.on(small.connect())) {
      talk.send(FAILED + "\n");
      assertThat(talk.line()).contains("retake-blocked");
      HttpResponse<String> other = small.post(DECIDE, JSON, FAILED);
      assertThat(other.statusCode()).isEqualTo(503);
      assertThat(other.headers().firstValue("Retry-After")).isPresent();
      assertThat(small.get("/health").statusCode()).isEqualTo(200);
      talk.end();
      assertThat(talk.line()).isNull();
      assertThat(onceLetIn(small)).isEqualTo(200);
    }
  }

  /** The status of an answer, once those before it do not count any more: until all is sent. */
  private static int onceLetIn(TestService service) throws Exception {
    int status = 503;
    for (int i = 0; i < 1_000 && status == 503; i++) {
      status = service.post(DECIDE, JSON, FAILED).statusCode();
    }
    return status;
  }

  @Test
  void givesASlowClientUp() throws Exception {
    try (TestService impatient =
            TestService.on(PACK, 1, Duration.ofSeconds(1), Duration.ofSeconds(20));
        Socket socket = impatient.connect()) {
      Writer out = new OutputStreamWriter(socket.getOutputStream(), UTF_8);
      out.write("POST " + DECIDE + " HTTP/1.1\r\nHost: localhost\r\n");
      out.write("Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
      out.flush();
      assertThat(
              new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine())
          .contains("408");
      assertThat(impatient.post(DECIDE, JSON, FAILED).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void forgetsAClientThatVanishes() throws Exception {
    try (TestService small =
        TestService.on(PACK, 1, Duration.ofSeconds(20), Duration.ofSeconds(20))) {
      try (Conversation talk = Conversation.on(small.connect())) {
        talk.send(FAILED + "\n" + FAILED.substring(0, 20));
        assertThat(talk.line()).contains("retake-blocked");
      }
      assertThat(onceLetIn(small)).isEqualTo(200);
    }
  }

  @Test
  void answersWhatIsInFlightBeforeItStops() throws Exception {
    TestService stopping = TestService.on(PACK, 8, Duration.ofSeconds(20), Duration.ofSeconds(20));
    try (Conversation talk = Conversation.on(stopping.connect())) {
      talk.send(FAILED + "\n");
      assertThat(talk.line()).contains("retake-blocked");
      CompletableFuture<Void> stopped = stopping(stopping);
      awaitUnready(stopping);
      assertThat(stopping.post(DECIDE, JSON, FAILED).statusCode()).isEqualTo(503);
      talk.send(FAILED + "\n");
      assertThat(talk.line()).contains("retake-blocked");
      talk.end();
      assertThat(talk.line()).isNull();
      stopped.get();
    }
  }

  @Test
  void breaksAStreamOffThatGoesOnTooLong() throws Exception {
    TestService stopping = TestService.on(PACK, 8, Duration.ofSeconds(20), Duration.ofMillis(100));
    try (Conversation talk = Conversation.on(stopping.connect())) {
      talk.send(FAILED + "\n");
      assertThat(talk.line()).contains("retake-blocked");
      CompletableFuture<Void> stopped = stopping(stopping);
      awaitUnready(stopping);
      List<String> answers = new ArrayList<>();
      int sent = 0;
      try {
        for (; sent < 10_000; sent++) {
          talk.send(FAILED + "\n");
          answers.add(talk.line());
        }
      } catch (IOException e) {
        // broken off, without the end that a whole stream has
      }
      assertThat(sent).isLessThan(10_000);
      assertThat(answers).hasSize(sent).allMatch(answer -> answer.contains("retake-blocked"));
      stopped.get();
    }
  }

  private static CompletableFuture<Void> stopping(TestService service) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            service.stop();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void awaitUnready(TestService service) throws Exception {
    while (service.get("/ready").statusCode() == 200) {
      Thread.onSpinWait();
    }
  }
}
