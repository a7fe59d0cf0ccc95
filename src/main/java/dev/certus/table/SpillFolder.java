package dev.certus.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what does not fit into memory. It is deleted when closed; one that a killed process
 * left is deleted by the next that needs one.
 */
final class SpillFolder implements Closeable {

  private static final String PREFIX = "certus-spill-";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private SpillFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** A new folder, among the temporary files. */
  static SpillFolder create() throws IOException {
    Path folder = Files.createTempDirectory(PREFIX);
    FileChannel lock = lock(folder);
    sweep(folder.getParent());
    return new SpillFolder(folder, lock);
  }

  Path path() {
    return folder;
  }

  /** The lock of a folder, or null where another process has it. */
  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return null;
    }
    return channel;
  }

  private static void sweep(Path parent) throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.list(parent)) {
      others = files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
    }
    for (Path other : others) {
      // A folder without a lock is just being made.
      if (Files.isWritable(other) && Files.exists(other.resolve(LOCK))) {
        try (FileChannel lock = lock(other)) {
          if (lock != null) {
            delete(other);
          }
        } catch (OverlappingFileLockException e) {
          // It is this process's own.
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
    lock.close();
  }
}
