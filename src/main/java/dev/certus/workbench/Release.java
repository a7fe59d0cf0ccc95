package dev.certus.workbench;

import dev.certus.file.PartFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts texts into the folder of a pack, all of them or, if the machine stops meanwhile, the rest as
 * soon as it is asked again: what is to be written is kept aside until it is.
 */
public final class Release {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final Path pending;

  /**
   * Releases into a folder.
   *
   * @param folder the folder of the pack
   * @param state the folder that keeps what is to be written meanwhile
   */
  public Release(Path folder, Path state) {
    this.folder = folder;
    this.pending = state.resolve("release.json");
  }

  /**
   * Writes texts.
   *
   * @param files the texts by file name; empty for a file that is to go
   * @throws IOException where they cannot be written, in whole or in part: {@link #finish} goes on
   */
  public void write(Map<String, String> files) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    files.forEach(json::put);
    put(pending, json.toString());
    finish();
  }

  /** Writes what an earlier release was to write and did not. */
  public void finish() throws IOException {
    if (!Files.exists(pending)) {
      return;
    }
    JsonNode json = JSON.readTree(Files.readAllBytes(pending));
    SortedMap<String, String> files = new TreeMap<>();
    json.properties().forEach(file -> files.put(file.getKey(), file.getValue().asString()));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (file.getValue().isEmpty()) {
        Files.deleteIfExists(path);
      } else {
        Files.createDirectories(path.getParent());
        put(path, file.getValue());
      }
    }
    Files.delete(pending);
  }

  private static void put(Path path, String text) throws IOException {
    try (PartFile part = PartFile.create(path)) {
      part.stream().write(text.getBytes(StandardCharsets.UTF_8));
      part.complete();
    }
  }
}
