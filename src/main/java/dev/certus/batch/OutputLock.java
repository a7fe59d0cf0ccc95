package dev.certus.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Keeps other processes from writing the same output. The operating system lets go of it when the
 * process ends, however it ends.
 */
final class OutputLock implements Closeable {

  private final Path path;
  private final FileChannel channel;

  private OutputLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Locks an output, by a file {@code NAME.lock} beside it.
   *
   * @throws IOException where another process has it, or its folder cannot be written
   */
  static OutputLock of(Path output) throws IOException {
    Path path = output.resolveSibling(output.getFileName() + ".lock");
    String owner = UUID.randomUUID().toString();
    while (true) {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new IOException(
            "another run is writing %s%n  help: wait for it, or name another output"
                .formatted(output));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
      if (owner.equals(owner(path))) {
        return new OutputLock(path, channel);
      }
      channel.close(); // it was deleted by its former owner meanwhile
    }
  }

  private static String owner(Path path) throws IOException {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      Files.deleteIfExists(path);
      channel.close();
    }
  }
}
