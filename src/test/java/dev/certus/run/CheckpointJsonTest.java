package dev.certus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.file.Extent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckpointJsonTest {

  @Test
  void readsWhatItWrites() throws IOException {
    Tally tally =
        new Tally(5, new TreeMap<>(Map.of("failed", 4L)), new TreeMap<>(Map.of("invalid", 2L)));
    Checkpoint checkpoint = checkpoint(tally);

    assertThat(CheckpointJson.read(CheckpointJson.write(checkpoint), "x")).isEqualTo(checkpoint);
  }

  private static Checkpoint checkpoint(Tally tally) {
    return new Checkpoint(
        Map.of("PACK", "abc"), 7, "def", new Extent(120, "0a"), Extent.NONE, tally);
  }

  /** Whatever byte is damaged, nothing of the checkpoint is believed. */
  @Test
  void refusesEachFlippedByteAndEachCut() {
    byte[] sound = CheckpointJson.write(checkpoint(Tally.NONE));
    for (int i = 0; i < sound.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = sound.clone();
        flipped[i] ^= (byte) (1 << bit);
        assertThatThrownBy(() -> CheckpointJson.read(flipped, "x"))
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith("x is damaged");
      }
      byte[] cut = Arrays.copyOf(sound, i);
      assertThatThrownBy(() -> CheckpointJson.read(cut, "x")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesWhatIsNoCheckpoint() {
    byte[] cutOff = "{\"run\":{".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> CheckpointJson.read(cutOff, "out.checkpoint"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("out.checkpoint is damaged, or no checkpoint: ")
        .hasMessageContaining("help: ");
  }
}
