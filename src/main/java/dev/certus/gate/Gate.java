package dev.certus.gate;

import dev.certus.compile.CompiledRules;
import dev.certus.drl.DrlTree;
import dev.certus.fact.FactTypes;
import dev.certus.pack.Pack;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets only packs pass whose rules can be run. */
public final class Gate {

  private Gate() {}

  /**
   * The members that rules may name of a type that certus gives, by its full or simple name; none
   * of a type that they may not name.
   */
  public static Set<String> members(FactTypes facts, String type) {
    return AllowList.of(facts).members(type);
  }

  /**
   * What keeps rules from being compiled: syntax errors, and what the grammar of rules does not
   * have. Rules in which there is none of it can do nothing but decide.
   */
  public static List<Problem> problems(DrlTree drl) {
    List<Problem> problems = new ArrayList<>(drl.problems());
    problems.addAll(Grammar.problems(drl));
    problems.addAll(RecordNames.problems(drl.files()));
    return problems;
  }

  /** What is wrong with rules as they are written: the names that they use, and their phases. */
  public static List<Problem> problems(DrlTree drl, Pack pack) {
    List<Problem> problems = new ArrayList<>(new NameCheck(drl).problems(pack));
    problems.addAll(new PhaseCheck(drl, pack.phases()).problems());
    problems.addAll(new DatesCheck(drl, pack.readings()).problems());
    return problems;
  }

  /**
   * What is wrong with rules as they are compiled: what they reach for, and how they use terms.
   *
   * @param pack the pack without its rules, or null if it is unknown
   * @param others the bytes of classes of the same pack that were compiled before, by name
   */
  public static List<Problem> problems(
      DrlTree drl, CompiledRules rules, Pack pack, Map<String, byte[]> others) {
    List<Problem> problems = new ArrayList<>(Sandbox.problems(drl, rules, others));
    if (problems.isEmpty() && pack != null) {
      problems.addAll(TermUseCheck.problems(drl, rules, pack.terms()));
    }
    return problems;
  }

  /**
   * Ends where there are problems.
   *
   * @throws PackException with all of them
   */
  public static void check(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
  }
}
