package dev.certus.workbench;

import dev.certus.file.OutputLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The changes of a draft in a file, a JSON line each, on the disk before anyone is told of them. It
 * only grows: it says who changed what, and when.
 */
final class Journal implements Closeable {

  private static final JsonMapper JSON = new JsonMapper();

  private final OutputLock lock;
  private final FileChannel channel;
  private final List<Change> changes;

  private Journal(OutputLock lock, FileChannel channel, List<Change> changes) {
    this.lock = lock;
    this.channel = channel;
    this.changes = changes;
  }

  /**
   * Opens a journal, or begins one. A last line that was cut off in a crash is dropped: nobody was
   * told of it.
   *
   * @throws IOException where another process has it, or a line of it is damaged
   */
  static Journal open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    OutputLock lock = locked(file);
    FileChannel channel = null;
    try {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      int whole = bytes.length;
      while (whole > 0 && bytes[whole - 1] != '\n') {
        whole--;
      }
      List<Change> changes = new ArrayList<>();
      for (String line : new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
        changes.add(read(file, line, changes.size() + 1));
      }
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(whole);
      channel.position(whole);
      Journal journal = new Journal(lock, channel, changes);
      channel = null;
      lock = null;
      return journal;
    } finally {
      if (channel != null) {
        channel.close();
      }
      if (lock != null) {
        lock.close();
      }
    }
  }

  private static OutputLock locked(Path file) throws IOException {
    try {
      return OutputLock.of(file);
    } catch (IOException e) {
      throw new IOException(
          "another process has the draft of this pack, or %s cannot be written%n  help: use that process, or another folder for drafts"
              .formatted(file),
          e);
    }
  }

  private static Change read(Path file, String line, int number) throws IOException {
    try {
      JsonNode json = JSON.readTree(line);
      JsonNode splice = json.path("splice");
      Change change =
          new Change(
              json.path("revision").asLong(),
              Instant.parse(json.path("at").asString()),
              json.path("who").asString(),
              Change.Kind.valueOf(json.path("kind").asString().toUpperCase(Locale.ROOT)),
              json.path("file").asString(null),
              json.path("base").asString(null),
              splice.isMissingNode()
                  ? null
                  : new Splice(
                      splice.path("start").asInt(),
                      splice.path("gone").asString(),
                      splice.path("come").asString()),
              json.path("note").asString(null));
      if (change.revision() != number) {
        throw new IllegalArgumentException("its revision is not " + number);
      }
      return change;
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw damaged(file, number, e);
    }
  }

  private static IOException damaged(Path file, int line, Exception e) {
    return new IOException(
        "%s:%d: this is no line of a journal: %s%n  help: move the file away to start with no draft"
            .formatted(file, line, e.getMessage()));
  }

  /** All changes so far. */
  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Adds a change; it is on the disk when this returns. */
  void add(Change change) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("revision", change.revision());
    json.put("at", change.at().toString());
    json.put("who", change.who());
    json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    if (change.file() != null) {
      json.put("file", change.file());
    }
    if (change.base() != null) {
      json.put("base", change.base());
    }
    if (change.splice() != null) {
      json.putObject("splice")
          .put("start", change.splice().start())
          .put("gone", change.splice().gone())
          .put("come", change.splice().come());
    }
    if (change.note() != null) {
      json.put("note", change.note());
    }
    long end = channel.position();
    try {
      ByteBuffer line = ByteBuffer.wrap((json + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(end); // as if nothing had been written
      throw e;
    }
    changes.add(change);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    lock.close();
  }
}
