package dev.certus.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.file.Extent;
import dev.certus.file.FileHash;
import dev.certus.file.Sha256;
import dev.certus.output.OutputFormat;
import dev.certus.run.Checkpoint;
import dev.certus.run.Checkpoints;
import dev.certus.run.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

  private static final Checkpoint REACHED =
      new Checkpoint(Map.of("pack", "p"), 7, "abc", Extent.NONE, Extent.NONE, Tally.NONE);

  @TempDir private Path folder;

  @Test
  void resumesAtTheLastCommit() throws IOException {
    Path file = folder.resolve("out.jsonl");
    try (FileSink first = FileSink.open(file, OutputFormat.JSONL, true)) {
      Checkpoints checkpoints = first.checkpoints().orElseThrow();
      assertThat(checkpoints.resume()).isNull();
      write(first, "one\n");
      checkpoints.commit(REACHED);
      write(first, "lost\n");
    }

    try (FileSink second = FileSink.open(file, OutputFormat.JSONL, true)) {
      assertThat(second.checkpoints().orElseThrow().resume())
          .isEqualTo(REACHED.withOutput(extent("one\n")));
      write(second, "two\n");
      FileHash hash = second.hash();
      second.complete();
      assertThat(hash).isEqualTo(FileHash.of(file));
    }

    assertThat(file).hasContent("one\ntwo\n");
    assertThat(folder.toFile().list()).containsExactly("out.jsonl");
  }

  @Test
  void withoutCheckpointsRemovesWhatWasNotCompletedAndAnOldCheckpoint() throws IOException {
    Path file = folder.resolve("out.jsonl");
    Files.writeString(folder.resolve("out.jsonl.checkpoint"), "{}");
    try (FileSink sink = FileSink.open(file, OutputFormat.JSONL, false)) {
      assertThat(sink.checkpoints()).isEmpty();
      write(sink, "one\n");
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static Extent extent(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Extent(bytes.length, Sha256.hex(bytes));
  }

  private static void write(FileSink sink, String text) throws IOException {
    sink.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
