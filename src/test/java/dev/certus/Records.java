package dev.certus;

import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordException;
import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Records for tests, from JSON with single quotes. */
public final class Records {

  private Records() {}

  /** The record that the JSON describes, with the fields of the standard record. */
  public static CandidateRecord of(String json) {
    return of(RecordShape.standard(), json);
  }

  /** The record that the JSON describes, with the fields that a pack declares. */
  public static CandidateRecord of(RecordShape shape, String json) {
    try {
      return new RecordReader(shape, unknown -> {}).read(bytes(json));
    } catch (RecordException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The bytes of JSON written with single quotes. */
  public static ByteBuffer bytes(String json) {
    return StandardCharsets.UTF_8.encode(json.replace('\'', '"'));
  }

  /** The same fact of a list with another id. */
  public static RecordEntry renamed(RecordEntry one, String id) {
    Map<String, Object> values = new HashMap<>();
    one.shape().fields().forEach(field -> values.put(field.name(), one.value(field.name())));
    values.put("id", id);
    return RecordEntry.of(one.shape(), values);
  }
}
