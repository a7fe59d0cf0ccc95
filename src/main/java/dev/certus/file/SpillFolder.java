package dev.certus.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A temporary folder for what does not fit into memory; its name says whose it is. It is deleted
 * when closed; a folder that a killed process left behind is deleted by the next process that
 * creates one.
 */
public final class SpillFolder implements Closeable {

  private static final String PREFIX = "certus-spill-";
  private static final String LOCK = "lock";

  /** Those of this process: to open and close a lock's file again would release the lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private SpillFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** A new folder, among the temporary files. */
  public static SpillFolder create() throws IOException {
    while (true) {
      Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
      OWN.add(folder);
      FileChannel lock = lock(folder, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock != null) {
        sweep(folder.getParent());
        return new SpillFolder(folder, lock);
      }
      OWN.remove(folder); // another process was sweeping, and took it for a left one
    }
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** The lock of a folder, or null where another process has it. */
  private static FileChannel lock(Path folder, OpenOption... options) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve(LOCK), options);
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
      if (!OWN.contains(other) && Files.isWritable(other) && Files.exists(other.resolve(LOCK))) {
        // To make the file here would keep its owner from deleting the folder.
        try (FileChannel lock = lock(other, StandardOpenOption.WRITE)) {
          if (lock != null) {
            delete(other);
          }
        } catch (NoSuchFileException e) {
          // Its owner, or another process, was faster.
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
    try {
      delete(folder);
    } finally {
      lock.close();
      OWN.remove(folder);
    }
  }
}
