package dev.certus.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of checkpoints. */
public final class CheckpointJson {

  private static final JsonMapper JSON = new JsonMapper();

  private CheckpointJson() {}

  /** A checkpoint as JSON, in UTF-8. */
  public static byte[] write(Checkpoint checkpoint) {
    return (JSON.valueToTree(checkpoint) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A checkpoint from JSON.
   *
   * @param name where the JSON comes from, for messages
   */
  public static Checkpoint read(byte[] json, String name) throws IOException {
    try {
      return JSON.readValue(json, Checkpoint.class);
    } catch (JacksonException e) {
      throw new IOException(
          "%s is no checkpoint: %s%n  help: run it once without checkpoints, to start over"
              .formatted(name, e.getOriginalMessage()),
          e);
    }
  }
}
