package dev.certus.workbench;

import dev.certus.file.PartFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dossiers of releases, two files each, named by time and hash of the pack. */
public final class Dossiers {

  private final Path folder;

  /** Dossiers in a folder, which is made when it is first needed. */
  public Dossiers(Path folder) {
    this.folder = folder;
  }

  /** Keeps a dossier. */
  public void keep(Dossier dossier) throws IOException {
    Files.createDirectories(folder);
    put(dossier.name() + ".json", dossier.json());
    put(dossier.name() + ".html", dossier.html());
  }

  private void put(String name, String text) throws IOException {
    try (PartFile part = PartFile.create(folder.resolve(name))) {
      part.stream().write(text.getBytes(StandardCharsets.UTF_8));
      part.complete();
    }
  }

  /** What is in a file; null where there is none. */
  public byte[] read(String name) throws IOException {
    Path file = folder.resolve(name);
    return name.matches("[0-9TZ]+-[0-9a-f]{12}\\.(json|html)") && Files.exists(file)
        ? Files.readAllBytes(file)
        : null;
  }

  /** All dossiers as JSON, the last one first. */
  public List<JsonNode> all() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
          all.add(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        }
      }
    }
    all.sort(Comparator.comparing((JsonNode one) -> one.path("at").asString()).reversed());
    return all;
  }
}
