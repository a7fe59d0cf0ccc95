package dev.certus.output;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.time.Moment;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Decisions as JSON, field by field as the contract orders them. */
public final class DecisionJson {

  /** Each thread has buffers of its own: shared ones would travel between processors. */
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();

  // Names are encoded once.
  private static final SerializedString CANDIDATE_ID = new SerializedString("candidateId");
  private static final SerializedString AS_OF = new SerializedString("asOf");
  private static final SerializedString NEXT_CHANGE_AT = new SerializedString("nextChangeAt");
  private static final SerializedString DECISIONS = new SerializedString("decisions");
  private static final SerializedString CODE = new SerializedString("code");
  private static final SerializedString SUBJECT = new SerializedString("subject");
  private static final SerializedString KIND = new SerializedString("kind");
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString FROM = new SerializedString("from");
  private static final SerializedString UNTIL = new SerializedString("until");
  private static final SerializedString THROUGH = new SerializedString("through");
  private static final SerializedString CLAUSE = new SerializedString("clause");
  private static final SerializedString RULE = new SerializedString("rule");
  private static final SerializedString REASON = new SerializedString("reason");
  private static final SerializedString EVIDENCE = new SerializedString("evidence");
  private static final SerializedString READINGS = new SerializedString("readings");
  private static final SerializedString DETAILS = new SerializedString("details");

  private DecisionJson() {}

  /** Writes one candidate's decisions in UTF-8, ended by a line feed. */
  static void writeLine(Decisions decisions, ByteArrayOutputStream out) {
    write(out, json -> write(json, decisions));
    out.write('\n');
  }

  /** One candidate's decisions, as {@link #writeLine} writes them, without the line feed. */
  public static String text(Decisions decisions) {
    return text(json -> write(json, decisions));
  }

  /** One decision. */
  public static String text(Decision decision) {
    return text(json -> write(json, decision));
  }

  /** A list of texts. */
  static String texts(List<?> texts) {
    return texts.isEmpty() ? "[]" : text(json -> write(json, texts));
  }

  /** A decision's details. */
  static String details(Map<String, Object> details) {
    return details.isEmpty() ? "{}" : text(json -> write(json, details));
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
    text(json, CANDIDATE_ID, decisions.candidateId());
    text(json, AS_OF, decisions.asOf().toString());
    if (decisions.nextChangeAt() != null) {
      text(json, NEXT_CHANGE_AT, decisions.nextChangeAt().toString());
    }
    json.writeName(DECISIONS);
    json.writeStartArray();
    decisions.decisions().forEach(decision -> write(json, decision));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Decision decision) {
    json.writeStartObject();
    text(json, CODE, decision.code());
    json.writeName(SUBJECT);
    json.writeStartObject();
    text(json, KIND, decision.subject().kind());
    text(json, ID, decision.subject().id());
    json.writeEndObject();
    moment(json, FROM, decision.from());
    moment(json, UNTIL, decision.until());
    moment(json, THROUGH, decision.through());
    text(json, CLAUSE, decision.clause());
    text(json, RULE, decision.rule());
    text(json, REASON, decision.reason());
    json.writeName(EVIDENCE);
    write(json, decision.evidence());
    json.writeName(READINGS);
    write(json, decision.readings());
    json.writeName(DETAILS);
    write(json, decision.details());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, SerializedString name, String text) {
    json.writeName(name);
    json.writeString(text);
  }

  private static void moment(JsonGenerator json, SerializedString name, Moment moment) {
    if (moment != null) {
      text(json, name, moment.toString());
    }
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
