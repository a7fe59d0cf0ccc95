package dev.certus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckpointJsonTest {

  @Test
  void readsWhatItWrites() throws IOException {
    Tally tally =
        new Tally(5, new TreeMap<>(Map.of("failed", 4L)), new TreeMap<>(Map.of("invalid", 2L)));
    Checkpoint checkpoint = new Checkpoint(Map.of("PACK", "abc"), 7, "def", 120, 30, tally);

    assertThat(CheckpointJson.read(CheckpointJson.write(checkpoint), "x")).isEqualTo(checkpoint);
  }

  @Test
  void refusesWhatIsNoCheckpoint() {
    byte[] cutOff = "{\"run\":{".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> CheckpointJson.read(cutOff, "out.checkpoint"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("out.checkpoint is no checkpoint: ")
        .hasMessageContaining("help: ");
  }
}
