package dev.certus.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {

  @TempDir private Path folder;

  @Test
  void keepsOutASecondRunOfTheSameProcessUntilItIsClosed() throws IOException {
    Path output = folder.resolve("out.jsonl");
    try (OutputLock first = OutputLock.of(output)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> OutputLock.of(folder.resolve("./out.jsonl")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another run is writing ")
          .hasMessageContaining("help: ");
      assertThat(folder.resolve("out.jsonl.lock")).exists();
    }
    assertThat(folder).isEmptyDirectory();
    OutputLock.of(output).close();
  }
}
