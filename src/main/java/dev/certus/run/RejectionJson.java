package dev.certus.run;

import dev.certus.record.RecordProblem;
import dev.certus.record.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes rejections as JSON lines, with the record as it was, so that nothing is lost. */
public final class RejectionJson {

  private static final JsonMapper JSON = new JsonMapper();

  private RejectionJson() {}

  /** One JSON line, with its line feed. */
  public static byte[] line(Rejection rejection) {
    ObjectNode json = JSON.createObjectNode();
    rejection.place().fields().forEach(json::putPOJO);
    if (rejection.candidateId() != null) {
      json.put("candidateId", rejection.candidateId());
    }
    putFault(json, rejection);
    if (rejection.raw() != null) {
      putRaw(json, rejection.raw());
    }
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Why the record was rejected, wherever it stands: one JSON object. */
  public static String fault(Rejection rejection) {
    ObjectNode json = JSON.createObjectNode();
    putFault(json, rejection);
    return json.toString();
  }

  private static void putFault(ObjectNode json, Rejection rejection) {
    json.put("reason", rejection.fault().reason().written());
    if (rejection.fault().rule() != null) {
      json.put("rule", rejection.fault().rule());
      rejection.fault().facts().forEach(json.putArray("facts")::add);
    }
    ArrayNode problems = json.putArray("problems");
    for (RecordProblem problem : rejection.fault().problems()) {
      ObjectNode item = problems.addObject().put("pointer", problem.pointer());
      putRow(item, rejection.row(problem));
      item.put("found", problem.found()).put("expected", problem.expected());
    }
  }

  private static void putRow(ObjectNode json, RowPlace place) {
    if (place != null) {
      json.put("table", place.table());
      if (place.column() != null) {
        json.put("column", place.column());
      }
      if (place.row() != null) {
        json.put("row", place.row());
      }
    }
  }

  private static void putRaw(ObjectNode json, ByteBuffer raw) {
    try {
      json.put("raw", Utf8.text(raw));
    } catch (CharacterCodingException e) {
      json.put("rawBase64", base64(raw));
    }
  }

  private static String base64(ByteBuffer raw) {
    return StandardCharsets.US_ASCII.decode(Base64.getEncoder().encode(raw.duplicate())).toString();
  }
}
