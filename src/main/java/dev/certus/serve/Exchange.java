package dev.certus.serve;

import dev.certus.problem.DidYouMean;
import dev.certus.record.RecordReader;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request and its answer. */
final class Exchange {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final long MOST_DROPPED = 8L * RecordReader.LONGEST;

  private final Context context;
  private final Operation operation;
  private final InstantSource clock;
  private final Person person;

  /**
   * A request of someone.
   *
   * @param person who asks; null where nobody is asked who they are
   */
  Exchange(Context context, Operation operation, InstantSource clock, Person person) {
    this.context = context;
    this.operation = operation;
    this.clock = clock;
    this.person = person;
  }

  /** Who asks; null where nobody is asked who they are. */
  Person person() {
    return person;
  }

  Context context() {
    return context;
  }

  /** A part of the path. */
  String path(String name) {
    return context.pathParam(name);
  }

  /** A parameter, or null where it is not given. */
  String query(String name) {
    return context.queryParam(name);
  }

  /** Rejects parameters that the operation does not have, or lacks. */
  void checkParameters() {
    List<String> known =
        operation.parameters().stream()
            .filter(parameter -> parameter.place() == Parameter.Place.QUERY)
            .map(Parameter::name)
            .toList();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                throw HttpProblem.parameter(name, "unknown", expected(name, known));
              }
              if (values.size() > 1) {
                throw HttpProblem.parameter(name, "given %d times".formatted(values.size()), "one");
              }
            });
    operation.parameters().stream()
        .filter(parameter -> parameter.required() && parameter.place() == Parameter.Place.QUERY)
        .filter(parameter -> query(parameter.name()) == null)
        .findFirst()
        .ifPresent(
            parameter -> {
              throw HttpProblem.parameter(parameter.name(), "missing", parameter.description());
            });
  }

  private static String expected(String name, Collection<String> known) {
    return known.isEmpty() ? "no parameters" : DidYouMean.oneOf(name, known);
  }

  /** The present second. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The instant that the request names, else now, to the second. */
  Instant asOf() {
    String text = query("asOf");
    if (text == null) {
      return now();
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw HttpProblem.parameter(
          "asOf",
          "`%s`".formatted(text),
          "an instant with an offset or Z, such as 2026-11-23T08:00:00Z");
    }
  }

  /** A parameter that is one of some words, or null where it is not given. */
  String oneOf(String name, Collection<String> words) {
    String text = query(name);
    if (text != null && !words.contains(text)) {
      throw HttpProblem.parameter(name, "`%s`".formatted(text), DidYouMean.oneOf(text, words));
    }
    return text;
  }

  /**
   * The media type of the body.
   *
   * @throws HttpProblem where the operation does not take it
   */
  String bodyType() {
    String given = context.contentType();
    String type = given == null ? "" : given.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    List<String> taken = operation.takes().stream().map(Content::type).toList();
    if (!taken.contains(type)) {
      throw new HttpProblem(
          ProblemType.UNSUPPORTED_TYPE,
          "the body is %s; send %s"
              .formatted(type.isEmpty() ? "of no type" : type, String.join(" or ", taken)));
    }
    return type;
  }

  /**
   * The whole body.
   *
   * @throws HttpProblem where it is longer than a record may be
   */
  byte[] body() throws IOException {
    if (context.req().getContentLengthLong() > RecordReader.LONGEST) {
      throw tooLong();
    }
    byte[] bytes = bodyStream().readNBytes(RecordReader.LONGEST + 1);
    if (bytes.length > RecordReader.LONGEST) {
      throw tooLong();
    }
    return bytes;
  }

  private static HttpProblem tooLong() {
    return new HttpProblem(
        ProblemType.BODY_TOO_LARGE,
        "the body has more than %,d bytes".formatted(RecordReader.LONGEST));
  }

  /** The whole body as JSON; an empty object where there is none. */
  JsonNode json() throws IOException {
    byte[] body = body();
    if (body.length == 0) {
      return JSON.createObjectNode();
    }
    bodyType();
    try {
      JsonNode json = JSON.readTree(body);
      if (!json.isObject()) {
        throw HttpProblem.body(ProblemType.MALFORMED_BODY, "", "no object", "a JSON object");
      }
      operation.takes().forEach(content -> checkFields(json, content.schema()));
      return json;
    } catch (JacksonException e) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY, "", "no well-formed JSON" + at(e), "one JSON object, whole");
    }
  }

  /** Rejects fields that the schema of a body does not have, so that none is passed over. */
  private static void checkFields(JsonNode body, String schema) {
    Collection<String> known = OpenApi.fields(schema);
    for (String name : body.propertyNames()) {
      if (!known.contains(name)) {
        throw HttpProblem.body(
            ProblemType.MALFORMED_BODY,
            HttpProblem.pointer(name),
            "a field that it does not take",
            DidYouMean.oneOf(name, known));
      }
    }
  }

  private static String at(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  /**
   * Reads what is left of a body whose length is known and not very long: a client that still sends
   * when the connection is closed does not get to see the answer. One that sends as it goes may
   * wait for an answer itself.
   *
   * @return whether all of the body was read
   */
  boolean drain() {
    long length = context.req().getContentLengthLong();
    try {
      if (length > 0 && length <= MOST_DROPPED) {
        bodyStream().transferTo(OutputStream.nullOutputStream());
      }
      return length == 0 || context.req().getInputStream().isFinished();
    } catch (IOException e) {
      return false; // the client has gone
    }
  }

  InputStream bodyStream() throws IOException {
    return context.req().getInputStream();
  }

  /** Names the text of the pack that decides. */
  void names(Edition edition) {
    context.header("Certus-Pack", edition.book().pack().name());
    context.header("Certus-Pack-Hash", edition.book().hash());
  }

  /** Whether the client prefers a media type to the operation's first. */
  boolean wants(String type) {
    String accept = context.header("Accept");
    return accept != null && accept.contains(type);
  }

  void answer(String type, String text) throws IOException {
    answer(operation.status(), type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes an answer, whole, before it returns. */
  void answer(int status, String type, byte[] bytes) throws IOException {
    context.status(status);
    context.contentType(type);
    if (type.equals(Content.HTML)) { // reports, which have styles and no scripts
      context.header(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
    }
    context.res().setContentLengthLong(bytes.length);
    try (OutputStream out = context.res().getOutputStream()) {
      out.write(bytes);
    }
  }

  /** The stream of an answer whose length is not known. */
  OutputStream stream(String type) throws IOException {
    context.status(operation.status());
    context.contentType(type);
    return context.res().getOutputStream();
  }
}
