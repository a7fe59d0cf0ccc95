package dev.certus.pack;

import dev.certus.file.Sha256;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.record.RecordShape;
import dev.certus.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The YAML and DRL files of a pack, on which decisions depend; not those of the folders in it, such
 * as its scenarios.
 *
 * @param folder the name of the pack's folder in messages
 * @param texts the files' texts by name, in the order of their names
 * @param knownOn the day as it was known on which they are; null where they are as they stand
 */
public record PackFiles(String folder, SortedMap<String, String> texts, LocalDate knownOn) {

  /** How many files a pack may have. */
  private static final int MOST = 1_000;

  /** How many digits of a hash are shown. */
  private static final int SHOWN = 12;

  private static final List<String> ENDINGS = List.of(".yaml", ".drl");

  /** Files as they stand. */
  public PackFiles(String folder, SortedMap<String, String> texts) {
    this(folder, texts, null);
  }

  /**
   * Reads the files of a folder.
   *
   * @param folder the folder, in any file system
   * @param name the name of the folder in messages
   * @throws PackException where there is no such folder, it has too many files, or {@link PackText}
   *     refuses one
   */
  public static PackFiles read(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      throw new PackException(
          Location.of(name), "there is no such folder", "name the folder that holds `pack.yaml`");
    }
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> listed = Files.list(folder)) {
      List<Path> files =
          listed
              .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
              .limit(MOST + 1L)
              .toList();
      if (files.size() > MOST) {
        throw new PackException(
            Location.of(name), "the pack has more than %,d files".formatted(MOST), "join some");
      }
      for (Path file : files) {
        String fileName = file.getFileName().toString();
        texts.put(fileName, PackText.read(file, folder, name + "/" + fileName));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new PackException(Location.of(name), "cannot be read: " + e.getMessage(), null);
    }
    return new PackFiles(name, texts);
  }

  /** The name of the folder, and the day as it was known on which the files are, if any. */
  public String label() {
    return knownOn == null ? folder : folder + " as known on " + knownOn;
  }

  /** The name of a file in messages. */
  public String path(String file) {
    return folder + "/" + file;
  }

  /** The texts of the DRL files, by name. */
  public SortedMap<String, String> drl() {
    SortedMap<String, String> drl = new TreeMap<>(texts);
    drl.keySet().removeIf(file -> !file.endsWith(".drl"));
    return drl;
  }

  /** The texts of the YAML files, by name. */
  public SortedMap<String, String> yaml() {
    SortedMap<String, String> yaml = new TreeMap<>(texts);
    yaml.keySet().removeIf(file -> !file.endsWith(".yaml"));
    return yaml;
  }

  /** The same files, with another text in one of them. */
  public PackFiles with(String file, String text) {
    SortedMap<String, String> changed = new TreeMap<>(texts);
    changed.put(file, text);
    return new PackFiles(folder, changed, knownOn);
  }

  /** The place of a character of a file. */
  public Location at(String file, int offset) {
    return Location.in(path(file), texts.get(file), offset);
  }

  /**
   * The document of a YAML file.
   *
   * @throws PackException where the file is missing or not well-formed
   */
  public Yaml yaml(String file) {
    String text = texts.get(file);
    if (text == null) {
      throw new PackException(
          Location.of(path(file)), "the pack lacks this file", "add it; see docs/policy/packs.md");
    }
    return Yaml.parse(path(file), text);
  }

  /**
   * The fields and lists that records have: those of the standard record, changed by what the pack
   * declares.
   *
   * @throws PackException with all problems of the pack's declaration
   */
  public RecordShape record() {
    return texts.containsKey(RecordShape.FILE)
        ? RecordShape.of(yaml(RecordShape.FILE))
        : RecordShape.standard();
  }

  /** The hash of the files that make up the catalogue. */
  public String catalogueHash() {
    SortedMap<String, String> catalogue = new TreeMap<>(texts);
    catalogue.keySet().retainAll(CatalogueReader.FILES);
    return new PackFiles(folder, catalogue).hash();
  }

  /**
   * The hash of all that compiled rules depend on: of the files, but for the catalogue and for the
   * numbers of terms. Rules name these and look them up when they decide.
   */
  public String rulesHash() {
    SortedMap<String, String> rest = new TreeMap<>(TermAmount.masked(this).texts());
    rest.keySet().removeAll(CatalogueReader.FILES);
    return new PackFiles(folder, rest).hash();
  }

  /** The beginning of {@link #hash}, to be shown. */
  public String shortHash() {
    return hash().substring(0, SHOWN);
  }

  /** SHA-256 over the names and texts of all files, in hexadecimal. */
  public String hash() {
    MessageDigest digest = Sha256.digest();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      for (String part : List.of(file.getKey(), file.getValue())) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
    }
    return Sha256.hex(digest);
  }
}
