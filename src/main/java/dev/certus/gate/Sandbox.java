package dev.certus.gate;

import dev.certus.compile.CompiledRules;
import dev.certus.compile.RuleClasses;
import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.fact.FactTypes;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Refuses compiled rules that use what no list has, or that have a form of code which no rule
 * needs. It looks at the bytes of the classes, before any of them is loaded, so that no way of
 * writing a call escapes it.
 */
final class Sandbox {

  private final DrlTree drl;
  private final RuleClasses origins;
  private final OwnClasses own;
  private final AllowList rules;
  private final List<Problem> problems = new ArrayList<>();

  private Sandbox(DrlTree drl, RuleClasses origins, OwnClasses own) {
    this.drl = drl;
    this.origins = origins;
    this.own = own;
    this.rules = AllowList.of(FactTypes.of(drl.files()));
  }

  /**
   * A problem for each use of a member that rules may not use, and for each form of code that they
   * may not have. What generated code does, which has no place, is reported only where it is alone.
   *
   * @param others the bytes of classes of the same pack that were compiled before, by name
   */
  static List<Problem> problems(DrlTree drl, CompiledRules rules, Map<String, byte[]> others) {
    Map<String, byte[]> all = new HashMap<>(others);
    all.putAll(rules.classes());
    Sandbox sandbox = new Sandbox(drl, RuleClasses.of(rules), new OwnClasses(all));
    rules.classes().forEach(sandbox::look);
    List<Problem> found = sandbox.problems.stream().distinct().toList();
    List<Problem> placed = found.stream().filter(problem -> problem.at().line() > 0).toList();
    return placed.isEmpty() ? found : placed;
  }

  private void look(String name, byte[] bytes) {
    boolean isFact = drl.type(name.substring(name.lastIndexOf('.') + 1)) != null;
    Set<String> origin = origins.rules(name);
    ClassWalk.Findings findings =
        new ClassWalk.Findings() {
          @Override
          public void member(String owner, String member) {
            problems.add(forbidden(origin, owner, member));
          }

          @Override
          public void form(String what) {
            problems.add(refusedForm(origin, what));
          }
        };
    new ClassReader(bytes)
        .accept(
            new ClassWalk(own, rules, isFact, findings),
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private Problem forbidden(Set<String> rules, String owner, String member) {
    String type = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
    String what = member.equals("<init>") ? "new " + type : type + "." + member;
    return new Problem(
        "forbidden-call",
        at(new MemberSearch(drl).first(rules, type, member)),
        "a rule may not use `%s`".formatted(what),
        Refusals.MADE_OF);
  }

  private Problem refusedForm(Set<String> rules, String what) {
    Span name =
        drl.rules().stream()
            .filter(rule -> rules.contains(rule.name()))
            .map(RuleSource::nameAt)
            .findFirst()
            .orElse(null);
    return new Problem(
        "forbidden-statement",
        at(name),
        "the compiled rules have %s, which no rule may have".formatted(what),
        "write conditions, and consequences that insert facts and give decisions");
  }

  private Location at(Span place) {
    return place == null ? Location.of(drl.files().folder()) : place.at(drl.files());
  }
}
