package dev.certus.run;

import dev.certus.file.PartFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Manifests in files, as JSON. */
public final class ManifestFile {

  private static final JsonMapper JSON = new JsonMapper();

  private ManifestFile() {}

  /** Writes a manifest; the file appears when it is complete. */
  public static void write(Path file, Manifest manifest) throws IOException {
    try (PartFile part = PartFile.create(file)) {
      part.stream()
          .write(
              (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n")
                  .getBytes(StandardCharsets.UTF_8));
      part.complete();
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException where there is none, with a message for its user
   */
  public static Manifest read(Path file) throws IOException {
    byte[] json = Files.readAllBytes(file);
    try {
      return JSON.readValue(json, Manifest.class);
    } catch (JacksonException e) {
      throw new IOException(
          "%s is no manifest: %s%n  help: name the manifest that a run wrote beside its output"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }
}
