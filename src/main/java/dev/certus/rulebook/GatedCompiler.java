package dev.certus.rulebook;

import dev.certus.compile.CompiledRules;
import dev.certus.compile.RuleCompiler;
import dev.certus.drl.DrlTree;
import dev.certus.gate.Gate;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import java.util.Map;

/**
 * Compiles rules between two walls: before, the grammar that their DRL must follow, for the
 * compiler runs code of what it compiles; after, the list of all that their classes may use.
 * Nothing else calls the compiler.
 */
final class GatedCompiler {

  private GatedCompiler() {}

  /**
   * Compiles all rules of a pack.
   *
   * @param pack the pack without its rules, or null if it is unknown
   * @throws PackException with what the gate refuses, or what the compiler finds wrong
   */
  static CompiledRules compile(DrlTree drl, Pack pack) {
    Gate.check(Gate.problems(drl));
    CompiledRules rules = RuleCompiler.compile(drl.files());
    Gate.check(Gate.problems(drl, rules, pack, Map.of()));
    return rules;
  }

  /**
   * Compiles some rules of a pack beside others that were compiled before.
   *
   * @param part the pack with only those rules, each at its place
   * @param drl the whole pack
   * @param pack the pack without its rules, or null if it is unknown
   * @param beside the classes of the others
   * @throws PackException with what the gate refuses, or what the compiler finds wrong
   */
  static CompiledRules compile(PackFiles part, DrlTree drl, Pack pack, PackClassLoader beside) {
    Gate.check(Gate.problems(drl));
    CompiledRules rules = RuleCompiler.compile(part, drl.files(), beside);
    Gate.check(Gate.problems(drl, rules, pack, beside.classes()));
    return rules;
  }
}
