package dev.certus.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartFileTest {

  @TempDir private Path folder;

  @Test
  void appearsWhenItIsComplete() throws IOException {
    Path file = folder.resolve("out.txt");
    Files.writeString(file, "earlier");
    try (PartFile part = PartFile.create(file)) {
      write(part, "now");
      assertThat(file).hasContent("earlier");
      FileHash hash = part.hash();
      part.complete();
      assertThat(hash).isEqualTo(FileHash.of(file));
    }
    assertThat(file).hasContent("now");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void isRemovedWhenItIsNotCompleted() throws IOException {
    try (PartFile part = PartFile.create(folder.resolve("out.txt"))) {
      write(part, "half");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.txt", "out.gz", "out.zst"})
  void resumesAtTheLastCut(String name) throws IOException {
    Path file = folder.resolve(name);
    PartFile first = PartFile.create(file);
    write(first, "one ");
    Extent cut = first.cut();
    write(first, "lost ");
    first.keep();

    try (PartFile second = PartFile.resume(file, cut)) {
      write(second, "two");
      FileHash hash = second.hash();
      second.complete();
      assertThat(hash).isEqualTo(FileHash.of(file));
    }

    try (InputStream in = Compression.decompressed(Files.newInputStream(file), name)) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("one two");
    }
  }

  @Test
  void resumesWhatAnEarlierRunHasCompleted() throws IOException {
    Path file = folder.resolve("out.txt");
    Files.writeString(file, "whole");

    try (PartFile part = PartFile.resume(file, extent("whole"))) {
      assertThat(part.hash()).isEqualTo(FileHash.of(file));
      part.complete();
    }

    assertThat(file).hasContent("whole");
  }

  @Test
  void isNotResumedWhereItIsShorterThanItWas() throws IOException {
    Path file = folder.resolve("out.txt");
    Files.writeString(folder.resolve("out.txt.part"), "on");

    assertThatThrownBy(() -> PartFile.resume(file, extent("one")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("out.txt.part is not what its checkpoint says")
        .hasMessageContaining("help: ");
  }

  /** What an earlier run wrote is believed only as its checkpoint has it, and kept as it is. */
  @Test
  void isNotResumedWhereAByteOfItIsFlipped() throws IOException {
    Path file = folder.resolve("out.txt");
    Path part = folder.resolve("out.txt.part");
    byte[] sound = "one, and more that does not count".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3; i++) {
      byte[] flipped = sound.clone();
      flipped[i] ^= 1;
      Files.write(part, flipped);
      assertThatThrownBy(() -> PartFile.resume(file, extent("one")))
          .hasMessageContaining("was cut off or changed");
      assertThat(part).hasBinaryContent(flipped);
    }
  }

  private static Extent extent(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Extent(bytes.length, Sha256.hex(bytes));
  }

  @Test
  void needsAFolderToStandIn() {
    assertThatThrownBy(() -> PartFile.create(folder.resolve("none/out.txt")))
        .hasMessageContaining("its folder does not exist")
        .hasMessageContaining("help: create ");
    assertThatThrownBy(() -> PartFile.create(folder)).hasMessageContaining("is a folder");
  }

  private static void write(PartFile part, String text) throws IOException {
    part.stream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
