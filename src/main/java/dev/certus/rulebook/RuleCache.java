package dev.certus.rulebook;

import dev.certus.compile.CompiledRules;
import dev.certus.pack.PackFiles;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Where compiled rules are kept between runs. */
public abstract class RuleCache {

  RuleCache() {}

  /** The compiled rules of packs with that {@link PackFiles#rulesHash}; compiled now if need be. */
  abstract CompiledRules get(String hash, Supplier<CompiledRules> compile);

  /** Keeps nothing: compiles every time. */
  public static RuleCache none() {
    return new RuleCache() {
      @Override
      CompiledRules get(String hash, Supplier<CompiledRules> compile) {
        return compile.get();
      }
    };
  }

  /**
   * Keeps compiled rules in a folder, one file for each text of rules, program build and Java
   * version. A file that is missing or damaged is rewritten; a folder that cannot be written is no
   * error.
   *
   * @param folder where to keep the files; created when first needed
   * @param program identifies the build of this program
   */
  public static RuleCache folder(Path folder, String program) {
    return new FolderCache(folder, program);
  }
}
