package dev.certus.jsonl;

import dev.certus.run.Checkpoint;
import dev.certus.run.CheckpointJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps a checkpoint in a file beside the output. */
final class CheckpointFile {

  private final Path file;

  CheckpointFile(Path output) {
    this.file = output.resolveSibling(output.getFileName() + ".checkpoint");
  }

  /** The checkpoint kept, or null. */
  Checkpoint read() throws IOException {
    if (Files.notExists(file)) {
      return null;
    }
    return CheckpointJson.read(Files.readAllBytes(file), file.toString());
  }

  /** Keeps a checkpoint durably in place of the last. */
  void write(Checkpoint checkpoint) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(CheckpointJson.write(checkpoint)));
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes the checkpoint. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
