package dev.certus.run;

import dev.certus.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of checkpoints, with their hash. What is read must be, byte for byte, what would be
 * written of it: a damaged checkpoint, or one that lacks something, is none.
 */
public final class CheckpointJson {

  private static final JsonMapper JSON = new JsonMapper();

  private CheckpointJson() {}

  /** A checkpoint as JSON, in UTF-8. */
  public static byte[] write(Object checkpoint) {
    JsonNode json = JSON.valueToTree(checkpoint);
    ObjectNode kept = JSON.createObjectNode();
    kept.set("checkpoint", json);
    kept.put("sha256", Sha256.hex(json.toString().getBytes(StandardCharsets.UTF_8)));
    return (kept + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A run's checkpoint from JSON.
   *
   * @param name where the JSON comes from, for messages
   * @throws IOException where it is not, as a whole, what was written
   */
  public static Checkpoint read(byte[] json, String name) throws IOException {
    return read(json, name, Checkpoint.class, "run it once without checkpoints, to start over");
  }

  /**
   * A checkpoint of some kind from JSON.
   *
   * @param name where the JSON comes from, for messages
   * @param help what to do where it is damaged
   * @throws IOException where it is not, as a whole, what was written
   */
  public static <T> T read(byte[] json, String name, Class<T> kind, String help)
      throws IOException {
    try {
      T checkpoint = JSON.treeToValue(JSON.readTree(json).path("checkpoint"), kind);
      if (checkpoint != null && Arrays.equals(json, write(checkpoint))) {
        return checkpoint;
      }
      throw damaged(name, "its hash is not that of its content", help);
    } catch (JacksonException e) {
      throw damaged(name, e.getOriginalMessage(), help);
    } catch (RuntimeException e) {
      throw damaged(name, "it lacks something", help);
    }
  }

  private static IOException damaged(String name, String why, String help) {
    return new IOException(
        "%s is damaged, or no checkpoint: %s%n  help: %s".formatted(name, why, help));
  }
}
