package dev.certus.scenario;

import dev.certus.pack.PackText;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a pack's scenarios: the {@code .yaml} files of its folder {@code scenarios}.
 *
 * @param folder how messages name the folder of the scenarios
 * @param texts the files' texts by name, in the order of their names
 */
public record ScenarioFiles(String folder, SortedMap<String, String> texts) {

  /** The folder of the scenarios, in that of the pack. */
  public static final String FOLDER = "scenarios";

  /**
   * Reads the files; none where the pack has no such folder.
   *
   * @param pack the folder of the pack
   * @throws PackException where {@link PackText} refuses a file
   */
  public static ScenarioFiles read(Path pack) {
    Path folder = pack.resolve(FOLDER);
    SortedMap<String, String> texts = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
          texts.put(file.getFileName().toString(), PackText.read(file, folder, file.toString()));
        }
      } catch (IOException e) {
        throw new PackException(
            Location.of(folder.toString()), "cannot be read: " + e.getMessage(), null);
      }
    }
    return new ScenarioFiles(folder.toString(), texts);
  }

  /** The name of a file in messages. */
  public String path(String file) {
    return folder + "/" + file;
  }
}
