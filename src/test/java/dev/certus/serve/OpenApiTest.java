package dev.certus.serve;

import static dev.certus.serve.TestService.JSON;
import static dev.certus.serve.TestService.JSON_LINES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.certus.Packs;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service answers what its description says, and nothing else. */
class OpenApiTest {

  private static final ObjectMapper READER = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  /** A request to an operation, by the path that the description gives. */
  private record Asked(String method, String path, String query, String type, String body) {}

  @TempDir Path folder;

  private final Set<String> answered = new TreeSet<>();
  private JsonNode described;

  @Test
  void answersAsItIsDescribed() throws Exception {
    String record = Files.readAllLines(Path.of(TestService.SAMPLES)).get(0);
    String lines = Files.readString(Path.of(TestService.SAMPLES)) + "{}\n?\n";
    String unsound = "{\"files\":{\"pack.yaml\":\"name: aws\"}}";
    try (TestService service =
        TestService.on(Packs.copyWithScenarios(Packs.AWS, folder.resolve("aws")))) {
      described = READER.readTree(service.get("/openapi.json").body());
      for (String path :
          List.of(
              "/health", "/ready", "/metrics", "/openapi.json", "/v1/packs", "/v1/populations")) {
        ask(service, new Asked("get", path, "", null, null));
        ask(service, new Asked("get", path, "?x=1", null, null));
      }
      ask(service, new Asked("get", "/v1/packs/{pack}", "", null, null));
      for (String operation : List.of("decide", "explain", "why-not", "timeline")) {
        String path = "/v1/packs/{pack}/" + operation;
        String code = operation.equals("why-not") ? "?code=retake-eligible" : "";
        ask(service, new Asked("post", path, code, JSON, record));
        ask(service, new Asked("post", path, code, JSON, "{}"));
        ask(service, new Asked("post", path, code, JSON, "?"));
        ask(service, new Asked("post", path, code, "text/plain", record));
        ask(service, new Asked("post", path, "?x=1", JSON, record));
      }
      ask(service, new Asked("post", "/v1/packs/{pack}/decide", "", JSON_LINES, lines));
      for (String operation : List.of("check", "test")) {
        String path = "/v1/packs/{pack}/" + operation;
        ask(service, new Asked("post", path, "", JSON, "{}"));
        ask(service, new Asked("post", path, "", JSON, unsound));
        ask(service, new Asked("post", path, "", JSON, "[]"));
      }
      ask(service, new Asked("post", "/v1/packs/{pack}/test", "?coverage=true", JSON, "{}"));
      String diffs = "/v1/packs/{pack}/diffs";
      ask(service, new Asked("post", diffs, "", JSON, "{}"));
      HttpResponse<String> started =
          ask(service, new Asked("post", diffs, "?population=samples", JSON, "{}"));
      String job = started.headers().firstValue("Location").orElseThrow();
      for (String what : List.of("/events", "", "/report", "/report.html")) {
        ask(service, new Asked("get", "/v1/jobs/{job}" + what, "", null, null), job + what);
      }
      ask(service, new Asked("delete", "/v1/jobs/{job}", "", null, null), job);
      ask(service, new Asked("get", "/v1/jobs/{job}", "", null, null), "/v1/jobs/none");
      ask(service, new Asked("get", "/me", "", null, null));
      ask(service, new Asked("post", "/login", "", JSON, "{\"token\":\"\"}"));
      ask(service, new Asked("post", "/logout", "", JSON, "{}"));
      String records = "/v1/populations/{population}/records";
      ask(service, new Asked("get", records, "", null, null), "/v1/populations/samples/records");
      ask(service, new Asked("get", records, "", null, null), "/v1/populations/none/records");
      drafts(service, record);
    }
    assertThat(answered).isEqualTo(operations());
  }

  private void drafts(TestService service, String record) throws Exception {
    String draft = "/v1/packs/{pack}/draft";
    String terms = Files.readString(Path.of("rules/aws/terms.yaml"));
    var edit = READER.createObjectNode().put("who", "Ann").put("seen", 0);
    edit.putObject("files").put("terms.yaml", terms.replaceFirst("value: 14", "value: 21"));
    ask(service, new Asked("post", draft + "/edits", "", JSON, edit.toString()));
    ask(service, new Asked("post", draft + "/edits", "", JSON, "{}"));
    ask(service, new Asked("get", draft, "", null, null));
    String at = "{\"file\":\"terms.yaml\",\"offset\":%d".formatted(terms.indexOf("retake-wait"));
    ask(service, new Asked("post", draft + "/completions", "", JSON, at + "}"));
    ask(service, new Asked("post", draft + "/name", "", JSON, at + "}"));
    ask(service, new Asked("post", draft + "/name", "", JSON, "{\"file\":\"x\"}"));
    ask(service, new Asked("post", draft + "/rename", "", JSON, at + ",\"name\":\"wait\"}"));
    ask(service, new Asked("post", draft + "/rename", "", JSON, at + ",\"name\":\"fee\"}"));
    ask(service, new Asked("post", draft + "/mutants", "", JSON, "{\"in\":\"x\"}"));
    String who = "{\"who\":\"Ann\"}";
    ask(service, new Asked("post", draft + "/release", "", JSON, who));
    ask(service, new Asked("post", draft + "/accept", "", JSON, who));
    String mutants = "{\"in\":\"a fail starts a wait\"}";
    String job =
        ask(service, new Asked("post", draft + "/mutants", "", JSON, mutants))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    ask(service, new Asked("get", "/v1/jobs/{job}/events", "", null, null), job + "/events");
    ask(service, new Asked("get", "/v1/jobs/{job}/report", "", null, null), job + "/report");
    String scenario =
        "{\"who\":\"Ann\",\"name\":\"x\",\"file\":\"scenarios/x.yaml\",\"asOf\":\"2026-11-23T08:00:00Z\",\"record\":%s}"
            .formatted(record);
    ask(service, new Asked("post", draft + "/scenario", "", JSON, scenario));
    ask(service, new Asked("post", draft + "/scenario", "", JSON, who));
    int revision =
        READER.readTree(service.get("/v1/packs/aws/draft").body()).path("revision").asInt();
    String release =
        "{\"who\":\"Ann\",\"why\":\"x\",\"population\":\"samples\",\"seen\":%d}"
            .formatted(revision);
    String dossier =
        READER
            .readTree(ask(service, new Asked("post", draft + "/release", "", JSON, release)).body())
            .path("dossier")
            .asText();
    ask(service, new Asked("get", "/v1/packs/{pack}/dossiers", "", null, null));
    for (String type : List.of(".json", ".html", ".txt")) {
      ask(
          service,
          new Asked("get", "/v1/packs/{pack}/dossiers/{file}", "", null, null),
          "/v1/packs/aws/dossiers/" + dossier + type);
    }
    ask(service, new Asked("post", draft + "/undo", "", JSON, who));
    ask(service, new Asked("post", draft + "/discard", "", JSON, who));
    ask(service, new Asked("get", draft + "/events", "?x=1", null, null));
  }

  private Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    described
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> operations.add(method + " " + path.getKey())));
    return operations;
  }

  private HttpResponse<String> ask(TestService service, Asked asked) throws Exception {
    return ask(service, asked, asked.path().replace("{pack}", "aws"));
  }

  private HttpResponse<String> ask(TestService service, Asked asked, String path) throws Exception {
    var request = service.request(path + asked.query());
    if (asked.type() != null) {
      request.header("Content-Type", asked.type());
    }
    HttpResponse<String> answer =
        service.send(
            request.method(
                asked.method().toUpperCase(java.util.Locale.ROOT),
                asked.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(asked.body())));
    JsonNode operation =
        described.at("/paths/%s/%s".formatted(escaped(asked.path()), asked.method()));
    assertThat(operation.isMissingNode()).as(asked.toString()).isFalse();
    answered.add(asked.method() + " " + asked.path());
    JsonNode response = operation.path("responses").path("" + answer.statusCode());
    assertThat(response.isMissingNode()).as("%s: %s", asked, answer.statusCode()).isFalse();
    String type =
        answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip();
    JsonNode content = response.path("content").path(type);
    assertThat(content.isMissingNode()).as("%s: %s", asked, type).isFalse();
    boolean isJson = type.endsWith("json");
    Iterable<String> values =
        type.equals(JSON_LINES)
            ? answer.body().lines().toList()
            : isJson ? List.of(answer.body()) : List.of();
    for (String value : values) {
      assertThat(schema(content.path("schema")).validate(READER.readTree(value)))
          .as("%s: %s", asked, value)
          .isEmpty();
    }
    return answer;
  }

  private static String escaped(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  /** A schema of the description, with what it refers to. */
  private JsonSchema schema(JsonNode schema) {
    var whole = READER.createObjectNode();
    whole.setAll((com.fasterxml.jackson.databind.node.ObjectNode) schema);
    whole.set("components", described.path("components"));
    return SCHEMAS.getSchema(
        whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  @Test
  void refersToNothingThatItLacks() throws Exception {
    try (TestService service = TestService.on(Path.of("rules/aws"))) {
      String text = service.get("/openapi.json").body();
      described = READER.readTree(text);
      Set<String> used = new HashSet<>();
      Pattern.compile("#/components/schemas/(\\w+)")
          .matcher(text)
          .results()
          .forEach(reference -> used.add(reference.group(1)));
      Set<String> defined = new HashSet<>();
      described.at("/components/schemas").fieldNames().forEachRemaining(defined::add);
      assertThat(used).isEqualTo(defined);
    }
  }
}
