package dev.certus.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes operations as OpenAPI 3.1 does. */
final class OpenApi {

  private static final JsonMapper JSON = new JsonMapper();

  /** What each operation may answer, since each can be asked wrongly. */
  private static final List<ProblemType> ALWAYS =
      List.of(
          ProblemType.BAD_PARAMETER,
          ProblemType.FOREIGN,
          ProblemType.FAILED,
          ProblemType.INTERNAL,
          ProblemType.BUSY);

  private static final List<ProblemType> WITH_BODY =
      List.of(
          ProblemType.MALFORMED_BODY,
          ProblemType.TIMEOUT,
          ProblemType.BODY_TOO_LARGE,
          ProblemType.UNSUPPORTED_TYPE);

  /** The schemas of bodies by name, as {@code schemas.json} has them. */
  private static final JsonNode SCHEMAS = schemas();

  private OpenApi() {}

  /** The description of a service with these operations. */
  static String of(List<Operation> operations, String version) {
    ObjectNode json = JSON.createObjectNode();
    json.put("openapi", "3.1.0");
    json.putObject("info")
        .put("title", "certus")
        .put("version", version)
        .put(
            "description",
            "Decides what certification candidates may do, by packs of policy. Problems are"
                + " problem details (RFC 9457).");
    ObjectNode paths = json.putObject("paths");
    for (Operation operation : operations) {
      ObjectNode path =
          paths.get(operation.path()) instanceof ObjectNode known
              ? known
              : paths.putObject(operation.path());
      path.set(operation.method().name().toLowerCase(Locale.ROOT), described(operation));
    }
    ObjectNode components = json.putObject("components");
    components.set("schemas", SCHEMAS);
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
    return json.toPrettyString() + "\n";
  }

  private static ObjectNode described(Operation operation) {
    ObjectNode json = JSON.createObjectNode();
    json.put("operationId", operation.id()).put("summary", operation.summary());
    if (operation.role() != null) {
      json.put(
          "description",
          "Needs the role `%s`, where roles are given.".formatted(operation.role().word()));
      json.putArray("security").addObject().putArray("token");
      json.withArray("security").addObject();
    }
    ArrayNode parameters = json.putArray("parameters");
    operation.parameters().forEach(parameter -> parameters.add(described(parameter)));
    if (!operation.takes().isEmpty()) {
      json.putObject("requestBody").set("content", content(operation.takes()));
    }
    ObjectNode responses = json.putObject("responses");
    responses
        .putObject(Integer.toString(operation.status()))
        .put("description", operation.summary())
        .set("content", content(operation.gives()));
    for (ProblemType problem : problems(operation)) {
      String status = Integer.toString(problem.status());
      String others = responses.path(status).path("description").asString("");
      responses
          .putObject(status)
          .put("description", others.isEmpty() ? problem.title() : others + "; " + problem.title())
          .set("content", content(List.of(new Content(Content.PROBLEM, "Problem"))));
    }
    return json;
  }

  private static Set<ProblemType> problems(Operation operation) {
    List<ProblemType> all = new ArrayList<>(ALWAYS);
    if (!operation.takes().isEmpty()) {
      all.addAll(WITH_BODY);
    }
    if (operation.path().contains("{")) {
      all.add(ProblemType.NOT_FOUND);
    }
    if (operation.role() != null) {
      all.addAll(List.of(ProblemType.UNKNOWN_PERSON, ProblemType.NOT_ALLOWED));
    }
    all.addAll(operation.problems());
    all.sort((one, other) -> Integer.compare(one.status(), other.status()));
    return new LinkedHashSet<>(all);
  }

  private static ObjectNode described(Parameter parameter) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("name", parameter.name())
            .put("in", parameter.place().name().toLowerCase(Locale.ROOT))
            .put("required", parameter.required())
            .put("description", parameter.description());
    ObjectNode schema = json.putObject("schema").put("type", "string");
    if (parameter.format() != null) {
      schema.put("format", parameter.format());
    }
    return json;
  }

  private static ObjectNode content(List<Content> contents) {
    ObjectNode json = JSON.createObjectNode();
    for (Content content : contents) {
      ObjectNode schema = json.putObject(content.type()).putObject("schema");
      if (content.schema() == null) {
        schema.put("type", "string");
      } else {
        schema.put("$ref", "#/components/schemas/" + content.schema());
      }
    }
    return json;
  }

  /** The fields that a body of a schema may have. */
  static Collection<String> fields(String schema) {
    return SCHEMAS.path(schema).path("properties").propertyNames();
  }

  private static JsonNode schemas() {
    try (InputStream in = OpenApi.class.getResourceAsStream("schemas.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
