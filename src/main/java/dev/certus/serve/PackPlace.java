package dev.certus.serve;

import dev.certus.pack.PackFiles;
import dev.certus.scenario.PackTexts;
import dev.certus.scenario.ScenarioFiles;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where a pack that is served comes from.
 *
 * @param folder its folder, or null where the program carries it
 * @param read reads its files as they are now
 */
public record PackPlace(Path folder, Supplier<PackFiles> read) {

  /** A pack in a folder. */
  public static PackPlace of(Path folder) {
    return new PackPlace(folder, () -> PackFiles.read(folder, folder.toString()));
  }

  /** All its texts as they are now; without scenarios where it has no folder. */
  PackTexts texts() {
    ScenarioFiles scenarios =
        folder == null
            ? new ScenarioFiles(ScenarioFiles.FOLDER, new TreeMap<>())
            : ScenarioFiles.read(folder);
    return new PackTexts(read.get(), scenarios);
  }
}
