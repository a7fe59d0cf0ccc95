package dev.certus.rulebook;

import dev.certus.compile.CompiledRules;
import dev.certus.drl.DrlTree;
import dev.certus.fact.FactTypes;
import dev.certus.gate.Gate;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

  private final DrlTree drl;
  private final Pack pack;
  private final FactTypes types;
  private final String hash;
  private final RuleModel model;
  private final Map<String, RuleInfo> rules;

  private RuleBook(DrlTree drl, Pack pack, FactTypes types, RuleModel model) {
    this.drl = drl;
    this.pack = pack;
    this.types = types;
    this.hash = drl.files().hash();
    this.model = model;
    this.rules = RuleInfos.of(drl, pack);
  }

  /**
   * Reads and compiles the pack in a folder.
   *
   * @throws PackException with place, cause and cure of all that is wrong with the pack
   */
  public static RuleBook load(Path folder) {
    return load(PackFiles.read(folder, folder.toString()), RuleCache.none());
  }

  /**
   * Compiles a pack, or takes its compiled rules from a cache.
   *
   * @throws PackException with place, cause and cure of all that is wrong with the pack
   */
  public static RuleBook load(PackFiles files, RuleCache cache) {
    return of(files, compiled(files, cache));
  }

  /** The pack's rules as {@link #load} compiles them. */
  static CompiledRules compiled(PackFiles files, RuleCache cache) {
    Pack pack = Pack.read(files);
    return cache.get(
        files.rulesHash(),
        () -> {
          DrlTree drl = DrlTree.of(files);
          Gate.check(Gate.problems(drl));
          Gate.check(Gate.problems(drl, pack));
          return GatedCompiler.compile(drl, pack);
        });
  }

  /** The rule book of a pack whose rules were compiled before. */
  static RuleBook of(PackFiles files, CompiledRules compiled) {
    FactTypes types = FactTypes.of(files);
    return new RuleBook(DrlTree.of(files), Pack.read(files), types, RuleModel.of(compiled, types));
  }

  /**
   * The pack as it is after a change of its files. Rules that did not change are not compiled
   * again.
   *
   * @throws PackException with place, cause and cure of all that is wrong with the pack
   */
  public RuleBook changed(PackFiles changed) {
    DrlTree then = DrlTree.of(changed, drl);
    RuleChanges changes = RuleChanges.between(drl, then);
    Pack now = read(changed);
    if (changes == null || !isUsedLike(now)) {
      return load(changed, RuleCache.none());
    }
    Gate.check(Gate.problems(then));
    Gate.check(Gate.problems(then, now));
    if (changes.none()) {
      return new RuleBook(then, now, types, model);
    }
    CompiledRules fresh = GatedCompiler.compile(changes.files(), then, now, model.loader());
    return new RuleBook(then, now, types, model.changed(changes.gone(), model.beside(fresh)));
  }

  /** Whether rules that use this pack's terms and records rightly use those of another rightly. */
  private boolean isUsedLike(Pack other) {
    return pack.terms().areUsedLike(other.terms()) && pack.record().equals(other.record());
  }

  /** The changed pack without its rules: the same one where only rules changed. */
  private Pack read(PackFiles changed) {
    return changed.yaml().equals(files().yaml()) ? pack : Pack.read(changed);
  }

  /**
   * The pack as it is after each of several changes, as {@link #changed} gives it or reports what
   * is wrong. Changes of one rule are compiled together, which is quicker than one after another.
   */
  public List<Supplier<RuleBook>> variants(List<PackFiles> changes) {
    return new RuleVariants(this).of(changes);
  }

  /** The pack after a change of one rule, which is among others that were compiled beside it. */
  RuleBook variant(RuleVariant variant, RuleModel compiled) {
    RuleModel fresh = compiled.only(variant.compiledName(), variant.rule().name());
    return new RuleBook(
        variant.drl(), pack, types, model.changed(Set.of(variant.rule().name()), fresh));
  }

  /** What the rules compiled to, as Drools describes it. */
  public List<Model> models() {
    return model.models();
  }

  /** The rules of the pack, loaded. */
  RuleModel model() {
    return model;
  }

  /**
   * What compiling finds wrong with the rules of a pack that is this one after a change, whatever
   * else is wrong with it.
   *
   * @param now the changed pack without its rules, or null if it is unknown
   * @param known what {@link #changed} reported of it already; none where it was not tried
   */
  public List<Problem> problemsAfter(PackFiles changed, Pack now, List<Problem> known) {
    return new FaultSearch(drl, rest -> compileChanges(rest, now)).beyond(known, changed);
  }

  private void compileChanges(DrlTree then, Pack now) {
    RuleChanges changes = RuleChanges.between(drl, then);
    if (changes == null || (now != null && !isUsedLike(now))) {
      GatedCompiler.compile(then, now);
    } else if (!changes.none()) {
      GatedCompiler.compile(changes.files(), then, now, model.loader());
    }
  }

  /**
   * What compiling finds wrong with a pack's rules, whatever else is wrong with the pack.
   *
   * @param pack the pack without its rules, or null if it is unknown
   * @param known what loading the pack reported already; none where it was not tried
   */
  public static List<Problem> problems(PackFiles files, Pack pack, List<Problem> known) {
    return new FaultSearch(null, rest -> GatedCompiler.compile(rest, pack)).beyond(known, files);
  }

  /** The pack's files. */
  public PackFiles files() {
    return drl.files();
  }

  /** What the pack's DRL says. */
  public DrlTree drl() {
    return drl;
  }

  /** The pack without its rules. */
  public Pack pack() {
    return pack;
  }

  /** The types of facts of the records that it decides. */
  public FactTypes types() {
    return types;
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
        model.models(),
        KieBaseMutabilityOption.DISABLED,
        IndexLeftBetaMemoryOption.NO,
        IndexRightBetaMemoryOption.NO);
  }
}
