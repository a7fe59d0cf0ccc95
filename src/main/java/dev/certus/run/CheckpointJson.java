package dev.certus.run;

import dev.certus.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of checkpoints, with their hash. What is read must be, byte for byte, what would be
 * written of it: a damaged checkpoint, or one that lacks something, is none.
 */
public final class CheckpointJson {

  private static final JsonMapper JSON = new JsonMapper();

  private CheckpointJson() {}

  private record Kept(Checkpoint checkpoint, String sha256) {

    static Kept of(Checkpoint checkpoint) {
      String json = JSON.valueToTree(checkpoint).toString();
      return new Kept(checkpoint, Sha256.hex(json.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** A checkpoint as JSON, in UTF-8. */
  public static byte[] write(Checkpoint checkpoint) {
    return (JSON.valueToTree(Kept.of(checkpoint)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A checkpoint from JSON.
   *
   * @param name where the JSON comes from, for messages
   * @throws IOException where it is not, as a whole, what was written
   */
  public static Checkpoint read(byte[] json, String name) throws IOException {
    try {
      Checkpoint checkpoint = JSON.readValue(json, Kept.class).checkpoint();
      if (Arrays.equals(json, write(checkpoint))) {
        return checkpoint;
      }
      throw damaged(name, "its hash is not that of its content");
    } catch (JacksonException e) {
      throw damaged(name, e.getOriginalMessage());
    } catch (RuntimeException e) {
      throw damaged(name, "it lacks something");
    }
  }

  private static IOException damaged(String name, String why) {
    return new IOException(
        "%s is damaged, or no checkpoint: %s%n  help: run it once without checkpoints, to start over"
            .formatted(name, why));
  }
}
