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

/** The service answers what its description says, and nothing else. */
class OpenApiTest {

  private static final ObjectMapper READER = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  /** A request to an operation, by the path that the description gives. */
  private record Asked(String method, String path, String query, String type, String body) {}

  private final Set<String> answered = new TreeSet<>();
  private JsonNode described;

  @Test
  void answersAsItIsDescribed() throws Exception {
    String record = Files.readAllLines(Path.of(TestService.SAMPLES)).get(0);
    String lines = Files.readString(Path.of(TestService.SAMPLES)) + "{}\n?\n";
    String unsound = "{\"files\":{\"pack.yaml\":\"name: aws\"}}";
    try (TestService service = TestService.on(Path.of("rules/aws"))) {
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
      for (String what : List.of("/events", "", "/report")) {
        ask(service, new Asked("get", "/v1/jobs/{job}" + what, "", null, null), job + what);
      }
      ask(service, new Asked("delete", "/v1/jobs/{job}", "", null, null), job);
      ask(service, new Asked("get", "/v1/jobs/{job}", "", null, null), "/v1/jobs/none");
    }
    assertThat(answered).isEqualTo(operations());
  }

  private Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    described
        .path("paths")
        .fields()
        .forEachRemaining(
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
