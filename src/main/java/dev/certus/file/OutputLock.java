package dev.certus.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps other runs, of this and of other processes, from writing the same output. The operating
 * system releases the lock when the process ends, however it ends.
 */
public final class OutputLock implements Closeable {

  /** Those of this process: the system's locks keep out other processes alone. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private OutputLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Locks an output, by a file {@code NAME.lock} beside it.
   *
   * @throws IOException where another run has it, or its folder cannot be written
   */
  public static OutputLock of(Path output) throws IOException {
    Path path = output.resolveSibling(output.getFileName() + ".lock").toAbsolutePath().normalize();
    if (!OWN.add(path)) {
      throw taken(output);
    }
    OutputLock lock = null;
    try {
      lock = locked(path, output);
      return lock;
    } finally {
      if (lock == null) {
        OWN.remove(path);
      }
    }
  }

  private static OutputLock locked(Path path, Path output) throws IOException {
    while (true) {
      FileChannel.open(path, CREATE, WRITE).close();
      Object made = key(path);
      FileChannel channel = FileChannel.open(path, CREATE, WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw taken(output);
      }
      if (made != null && made.equals(key(path))) {
        return new OutputLock(path, channel);
      }
      channel.close(); // its former owner has deleted it meanwhile
    }
  }

  private static IOException taken(Path output) {
    return new IOException(
        "another run is writing %s%n  help: wait for it, or name another output".formatted(output));
  }

  /** The identity of a file, whatever its name. It is not opened: closing it would unlock. */
  private static Object key(Path path) throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return file.fileKey() == null ? path : file.fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      Files.deleteIfExists(path);
      channel.close();
      OWN.remove(path);
    }
  }
}
