package dev.certus.rules;

import dev.certus.policy.Pack;
import dev.certus.policy.PackException;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.internal.conf.IndexLeftBetaMemoryOption;
import org.kie.internal.conf.IndexRightBetaMemoryOption;

/**
 * A policy pack with its rules compiled: everything needed to decide. Immutable and thread-safe;
 * load one a pack and share it.
 */
public final class RuleBook {

  private final Pack pack;
  private final String hash;
  private final List<Model> models;
  private final Map<String, RuleInfo> rules;

  private RuleBook(PackFiles files, List<Model> models) {
    this.pack = Pack.read(files);
    this.hash = files.hash();
    NameCheck.check(files, pack);
    this.models = models;
    this.rules = Map.copyOf(RuleInfos.of(newKieBase(), pack, files));
  }

  private RuleBook(PackFiles files, RuleCache cache) {
    this.pack = Pack.read(files);
    this.hash = files.hash();
    this.models = instantiate(cache.get(hash, () -> compile(files, pack)));
    this.rules = Map.copyOf(RuleInfos.of(newKieBase(), pack, files));
  }

  private static CompiledRules compile(PackFiles files, Pack pack) {
    NameCheck.check(files, pack);
    return Sandbox.check(files, RuleCompiler.compile(files));
  }

  /**
   * Reads and compiles the pack in a folder.
   *
   * @throws PackException with place, cause and cure of all that is found wrong with the pack
   */
  public static RuleBook load(Path folder) {
    return load(PackFiles.read(folder, folder.toString()), RuleCache.none());
  }

  /**
   * Compiles a pack, or takes its compiled rules from a cache.
   *
   * @throws PackException with place, cause and cure of all that is found wrong with the pack
   */
  public static RuleBook load(PackFiles files, RuleCache cache) {
    return new RuleBook(files, cache);
  }

  /**
   * The same compiled rules beside other files, whose DRL is the same.
   *
   * @throws PackException where the other files do not make a pack with these rules
   */
  public RuleBook withFiles(PackFiles files) {
    return new RuleBook(files, models);
  }

  /** What compiling finds wrong with a pack's rules, whatever else is wrong with the pack. */
  public static List<Problem> problems(PackFiles files) {
    try {
      Sandbox.check(files, RuleCompiler.compile(files));
      return List.of();
    } catch (PackException e) {
      return e.problems();
    }
  }

  /** What the pack says besides its rules. */
  public Pack pack() {
    return pack;
  }

  /** SHA-256 over the pack's files, in hexadecimal. */
  public String hash() {
    return hash;
  }

  /** What is known of each rule, by its name. */
  public Map<String, RuleInfo> rules() {
    return rules;
  }

  /**
   * A new rule base of these rules. Sessions of one base share locks, so that each thread does best
   * with a base of its own; a further one takes some milliseconds.
   */
  public KieBase newKieBase() {
    // A candidate has a handful of facts: searching them is quicker than clearing indexes of them.
    return KieBaseBuilder.createKieBaseFromModel(
        models,
        KieBaseMutabilityOption.DISABLED,
        IndexLeftBetaMemoryOption.NO,
        IndexRightBetaMemoryOption.NO);
  }

  private static List<Model> instantiate(CompiledRules compiled) {
    ClassLoader loader = new PackClassLoader(compiled.classes());
    List<Model> models = new ArrayList<>();
    try {
      for (String name : compiled.models()) {
        models.add((Model) loader.loadClass(name).getDeclaredConstructor().newInstance());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules cannot be loaded", e);
    }
    return models;
  }
}
