package dev.certus.scenario;

import dev.certus.pack.PackFiles;
import dev.certus.pack.PackText;
import dev.certus.problem.Location;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All texts of a pack: its files, and its scenarios, whose names begin with {@code scenarios/}.
 *
 * @param files the files on which decisions depend
 * @param scenarios the files of its scenarios
 */
public record PackTexts(PackFiles files, ScenarioFiles scenarios) {

  private static final String PREFIX = ScenarioFiles.FOLDER + "/";
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.(yaml|drl)");
  private static final Pattern SCENARIOS =
      Pattern.compile(PREFIX + "[A-Za-z0-9][A-Za-z0-9._-]*\\.yaml");

  /** Reads the texts in a folder. */
  public static PackTexts read(Path folder) {
    return new PackTexts(PackFiles.read(folder, folder.toString()), ScenarioFiles.read(folder));
  }

  /** Whether a file of a pack may have this name; it names no file of another folder. */
  public static boolean isName(String name) {
    return FILE.matcher(name).matches() || SCENARIOS.matcher(name).matches();
  }

  /** Whether a text is short enough for a file of a pack. */
  public static boolean isShort(String text) {
    return text.length() <= PackText.LONGEST
        && text.getBytes(StandardCharsets.UTF_8).length <= PackText.LONGEST;
  }

  /** The name of the file that a place is in, as in {@link #all}; empty for a place elsewhere. */
  public String nameOf(Location at) {
    String scenarioFolder = scenarios.folder() + "/";
    String folder = files.folder() + "/";
    if (at.file().startsWith(scenarioFolder)) {
      return PREFIX + at.file().substring(scenarioFolder.length());
    }
    return at.file().startsWith(folder) ? at.file().substring(folder.length()) : "";
  }

  /** All texts by name. */
  public SortedMap<String, String> all() {
    SortedMap<String, String> all = new TreeMap<>(files.texts());
    scenarios.texts().forEach((name, text) -> all.put(PREFIX + name, text));
    return all;
  }

  /**
   * These texts with another one.
   *
   * @param name the file's name, as in {@link #all}
   * @param text its text, or null where there is no such file any more
   */
  public PackTexts with(String name, String text) {
    boolean isScenario = name.startsWith(PREFIX);
    SortedMap<String, String> texts = new TreeMap<>(isScenario ? scenarios.texts() : files.texts());
    String file = isScenario ? name.substring(PREFIX.length()) : name;
    if (text == null) {
      texts.remove(file);
    } else {
      texts.put(file, text);
    }
    return isScenario
        ? new PackTexts(files, new ScenarioFiles(scenarios.folder(), texts))
        : new PackTexts(new PackFiles(files.folder(), texts), scenarios);
  }
}
