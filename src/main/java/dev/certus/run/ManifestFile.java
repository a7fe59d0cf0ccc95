package dev.certus.run;

import dev.certus.file.PartFile;
import dev.certus.sign.Signatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Manifests in files, as JSON. */
public final class ManifestFile {

  private static final Pattern MISSING = Pattern.compile("Missing .*property '(\\w+)'");

  /** The longest manifest that is read, in bytes. */
  private static final int LONGEST = 16 << 20;

  private static final String POLICY_AS_OF = "policyAsOf";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestFile() {}

  /**
   * Writes a manifest and, with a key, its signature beside it; each file appears when it is
   * complete, the signature first.
   *
   * @param key signs it, or is null
   */
  public static void write(Path file, Manifest manifest, PrivateKey key) throws IOException {
    byte[] json = json(manifest);
    if (key != null) {
      write(Signatures.beside(file), Signatures.of(json, key).getBytes(StandardCharsets.US_ASCII));
    }
    write(file, json);
  }

  /** Writes a manifest of another kind; it appears when it is complete. */
  public static void write(Path file, Object manifest) throws IOException {
    write(file, json(manifest));
  }

  private static byte[] json(Object manifest) {
    return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (PartFile part = PartFile.create(file)) {
      part.stream().write(bytes);
      part.complete();
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException where there is none that is whole, with a message for its user
   */
  public static Manifest read(Path file) throws IOException {
    return read(file, Manifest.class);
  }

  /**
   * Whether a file has a field at its top, by which kinds of manifests differ.
   *
   * @throws IOException where there is none that is whole, with a message for its user
   */
  public static boolean has(Path file, String field) throws IOException {
    return read(file, JsonNode.class).has(field);
  }

  /**
   * Reads a manifest of some kind.
   *
   * @throws IOException where there is none that is whole, with a message for its user
   */
  public static <T> T read(Path file, Class<T> kind) throws IOException {
    if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > LONGEST)) {
      throw none(file, "no regular file, or longer than 16 MiB");
    }
    byte[] json = Files.readAllBytes(file);
    try {
      JsonNode tree = JSON.readTree(json);
      if (tree.path("pack") instanceof ObjectNode pack && !pack.has(POLICY_AS_OF)) {
        pack.putNull(POLICY_AS_OF); // older manifests lack it
      }
      T manifest = JSON.treeToValue(tree, kind);
      if (manifest == null) {
        throw none(file, "there is nothing in it");
      }
      return manifest;
    } catch (JacksonException e) {
      throw none(file, cause(e.getOriginalMessage()));
    }
  }

  /** What Jackson says, without what only its programmers know. */
  private static String cause(String message) {
    Matcher missing = MISSING.matcher(message);
    if (missing.find()) {
      return "the field `" + missing.group(1) + "` is missing";
    }
    int detail = message.indexOf(" (");
    return detail < 0 ? message : message.substring(0, detail);
  }

  private static IOException none(Path file, String why) {
    return new IOException(
        "%s is no manifest: %s%n  help: name the manifest that a run wrote beside its output"
            .formatted(file, why));
  }
}
