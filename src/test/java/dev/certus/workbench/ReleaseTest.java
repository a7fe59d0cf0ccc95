package dev.certus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release writes all of its files, at once or after a crash. */
class ReleaseTest {

  @TempDir Path folder;

  private Path pack;
  private Path state;

  @BeforeEach
  void aPack() throws IOException {
    pack = Files.createDirectories(folder.resolve("pack"));
    state = Files.createDirectories(folder.resolve("state"));
    Files.writeString(pack.resolve("a.drl"), "old");
    Files.writeString(pack.resolve("z.drl"), "old");
  }

  private static Map<String, String> files() {
    return new TreeMap<>(Map.of("a.drl", "new", "scenarios/s.yaml", "[]", "z.drl", ""));
  }

  private void assertWritten() throws IOException {
    assertThat(pack.resolve("a.drl")).hasContent("new");
    assertThat(pack.resolve("scenarios/s.yaml")).hasContent("[]");
    assertThat(pack.resolve("z.drl")).doesNotExist();
    try (var left = Files.list(state)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void writesAndRemovesFiles() throws IOException {
    new Release(pack, state).write(files());
    assertWritten();
  }

  @Test
  void goesOnWhereItWasCutOff() throws IOException {
    // A file stands where the folder of the scenarios is to be: the first file is written only.
    Files.writeString(pack.resolve("scenarios"), "in the way");
    Release release = new Release(pack, state);
    assertThatThrownBy(() -> release.write(files())).isInstanceOf(IOException.class);
    assertThat(pack.resolve("a.drl")).hasContent("new");
    assertThat(pack.resolve("z.drl")).hasContent("old");
    Files.delete(pack.resolve("scenarios"));
    new Release(pack, state).finish();
    assertWritten();
  }

  @Test
  void hasNothingToFinishWhereNothingWasBegun() throws IOException {
    new Release(pack, state).finish();
    assertThat(pack.resolve("a.drl")).hasContent("old");
  }
}
