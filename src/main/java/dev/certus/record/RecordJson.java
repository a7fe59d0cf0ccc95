package dev.certus.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes records in the form that {@link RecordReader} reads; missing values are left out. */
public final class RecordJson {

  private static final JsonMapper JSON = new JsonMapper();

  private RecordJson() {}

  /** One line of JSON, without a line feed. Instants are written in the zone that governs them. */
  public static byte[] line(CandidateRecord record) {
    return node(record).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The record as a JSON object. */
  public static ObjectNode node(CandidateRecord record) {
    ObjectNode json = JSON.createObjectNode();
    json.put(RecordShape.CANDIDATE_ID, record.candidateId());
    if (record.zone() != null) {
      json.put(RecordShape.ZONE, record.zone().getId());
    }
    put(json, record.more(), record.home());
    List<RecordList> lists = record.shape().lists();
    for (int i = 0; i < lists.size(); i++) {
      if (!record.lists().get(i).isEmpty()) {
        ArrayNode items = json.putArray(lists.get(i).name());
        for (RecordEntry entry : record.lists().get(i)) {
          put(items.addObject(), entry, record.zone(lists.get(i), entry));
        }
      }
    }
    return json;
  }

  private static void put(ObjectNode json, RecordEntry entry, ZoneId zone) {
    List<RecordField> fields = entry.shape().fields();
    for (int i = 0; i < fields.size(); i++) {
      Object value = entry.value(i);
      if (value != null && !value.equals(fields.get(i).otherwise())) {
        put(json, fields.get(i).name(), value, zone);
      }
    }
  }

  private static void put(ObjectNode json, String name, Object value, ZoneId zone) {
    if (value instanceof Integer number) {
      json.put(name, number);
    } else if (value instanceof BigDecimal number) {
      json.put(name, number);
    } else if (value instanceof Boolean flag) {
      json.put(name, flag);
    } else if (value instanceof RecordEntry object) {
      put(json.putObject(name), object, zone);
    } else if (value instanceof Instant instant) {
      json.put(name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
    } else {
      json.put(name, value.toString());
    }
  }
}
