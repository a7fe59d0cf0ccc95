package dev.certus;

import dev.certus.record.AttemptRecord;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Records for tests, from JSON with single quotes. */
public final class Records {

  private Records() {}

  /** The record that the JSON describes. */
  public static CandidateRecord of(String json) {
    try {
      return new RecordReader(unknown -> {}).read(bytes(json));
    } catch (RecordException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The bytes of JSON written with single quotes. */
  public static ByteBuffer bytes(String json) {
    return StandardCharsets.UTF_8.encode(json.replace('\'', '"'));
  }

  /** The same attempt with another id. */
  public static AttemptRecord renamed(AttemptRecord one, String id) {
    return new AttemptRecord(
        id,
        one.exam(),
        one.startedAt(),
        one.zone(),
        one.score(),
        one.outcome(),
        one.resultPostedAt(),
        one.language(),
        one.delivery());
  }
}
