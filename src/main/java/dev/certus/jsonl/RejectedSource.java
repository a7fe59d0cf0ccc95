package dev.certus.jsonl;

import dev.certus.file.FileHash;
import dev.certus.record.RecordProblem;
import dev.certus.run.Fault;
import dev.certus.run.InputRecord;
import dev.certus.run.RecordSource;
import dev.certus.run.RejectReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records in a file of rejected records: each as it was, in {@code raw}, or as it was mended,
 * in {@code record}.
 */
public final class RejectedSource implements RecordSource {

  private static final JsonMapper JSON = new JsonMapper();

  private final RecordSource lines;

  /** Takes the records from these lines. */
  public RejectedSource(RecordSource lines) {
    this.lines = lines;
  }

  @Override
  public InputRecord next() throws IOException {
    InputRecord line = lines.next();
    return line == null || line.fault() != null ? line : held(line);
  }

  private static InputRecord held(InputRecord line) {
    byte[] record = record(line.raw());
    return record == null
        ? new InputRecord(line.place(), line.raw(), fault())
        : new InputRecord(line.place(), ByteBuffer.wrap(record), null);
  }

  private static byte[] record(ByteBuffer raw) {
    try {
      JsonNode json =
          JSON.readTree(raw.array(), raw.arrayOffset() + raw.position(), raw.remaining());
      if (json.path("record").isObject()) {
        return json.get("record").toString().getBytes(StandardCharsets.UTF_8);
      }
      if (json.path("raw").isString()) {
        return json.get("raw").stringValue().getBytes(StandardCharsets.UTF_8);
      }
      return json.path("rawBase64").isString()
          ? Base64.getDecoder().decode(json.get("rawBase64").stringValue())
          : null;
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Fault fault() {
    return new Fault(
        RejectReason.MALFORMED,
        List.of(
            new RecordProblem(
                "",
                "no rejected record",
                "a line of a file of rejected records, with `raw`, `rawBase64` or `record`")));
  }

  @Override
  public String name() {
    return lines.name();
  }

  @Override
  public String kind() {
    return "rejected";
  }

  @Override
  public double progress() {
    return lines.progress();
  }

  @Override
  public List<FileHash> files() throws IOException {
    return lines.files();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
