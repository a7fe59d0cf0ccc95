package dev.certus.output;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Decisions as JSON, field by field as the contract orders them. */
public final class DecisionJson {

  /** Each thread has buffers of its own: shared ones would travel between processors. */
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();

  private DecisionJson() {}

  /** Writes one candidate's decisions in UTF-8, ended by a line feed. */
  static void writeLine(Decisions decisions, ByteArrayOutputStream out) {
    write(out, json -> write(json, decisions));
    out.write('\n');
  }

  /** One decision. */
  public static String text(Decision decision) {
    return text(json -> write(json, decision));
  }

  /** A list of texts. */
  static String texts(List<?> texts) {
    return text(json -> write(json, texts));
  }

  /** A decision's details. */
  static String details(Map<String, Object> details) {
    return text(json -> write(json, details));
  }

  private static String text(Consumer<JsonGenerator> value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, value);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, Consumer<JsonGenerator> value) {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      value.accept(json);
    }
  }

  private static void write(JsonGenerator json, Decisions decisions) {
    json.writeStartObject();
    json.writeStringProperty("candidateId", decisions.candidateId());
    json.writeStringProperty("asOf", decisions.asOf().toString());
    json.writeArrayPropertyStart("decisions");
    decisions.decisions().forEach(decision -> write(json, decision));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Decision decision) {
    json.writeStartObject();
    json.writeStringProperty("code", decision.code());
    json.writeObjectPropertyStart("subject");
    json.writeStringProperty("kind", decision.subject().kind());
    json.writeStringProperty("id", decision.subject().id());
    json.writeEndObject();
    write(json, "from", decision.from());
    write(json, "until", decision.until());
    write(json, "through", decision.through());
    json.writeStringProperty("clause", decision.clause());
    json.writeStringProperty("rule", decision.rule());
    json.writeStringProperty("reason", decision.reason());
    json.writeName("evidence");
    write(json, decision.evidence());
    json.writeName("readings");
    write(json, decision.readings());
    json.writeName("details");
    write(json, decision.details());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, List<?> texts) {
    json.writeStartArray();
    texts.forEach(text -> json.writeString(text.toString()));
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Map<?, ?> values) {
    json.writeStartObject();
    values.forEach((name, value) -> write(json, name.toString(), value));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Object value) {
    if (value instanceof Boolean flag) {
      json.writeBooleanProperty(name, flag);
    } else if (value instanceof Integer number) {
      json.writeNumberProperty(name, number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumberProperty(name, number);
    } else if (value instanceof List<?> rows) {
      json.writeArrayPropertyStart(name);
      rows.forEach(row -> write(json, (Map<?, ?>) row));
      json.writeEndArray();
    } else if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }
}
