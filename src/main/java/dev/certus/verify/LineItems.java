package dev.certus.verify;

import dev.certus.run.InputRecord;
import dev.certus.run.RecordPlace;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The lines of decisions in JSON Lines. */
final class LineItems implements Items {

  private static final JsonMapper JSON = new JsonMapper();

  private final RecordSource lines;

  LineItems(RecordSource lines) {
    this.lines = lines;
  }

  @Override
  public Item next() throws IOException {
    InputRecord line = lines.next();
    if (line == null) {
      return null;
    }
    RecordPlace.Line place = (RecordPlace.Line) line.place();
    ByteBuffer raw = line.raw();
    String text = raw == null ? "" : StandardCharsets.UTF_8.decode(raw.duplicate()).toString();
    return new LineItem(candidateId(text), ":" + place.number(), text);
  }

  /** The candidate's id, which is at the start of a line; null where it does not. */
  private static String candidateId(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      boolean stated =
          json.nextToken() == JsonToken.START_OBJECT
              && "candidateId".equals(json.nextName())
              && json.nextToken() == JsonToken.VALUE_STRING;
      return stated ? json.getString() : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
