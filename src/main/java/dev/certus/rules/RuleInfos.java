package dev.certus.rules;

import dev.certus.policy.DidYouMean;
import dev.certus.policy.Pack;
import dev.certus.policy.PackException;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.kie.api.KieBase;

/** Reads the annotations of rules and holds them against the pack. */
final class RuleInfos {

  private final Pack pack;
  private final PackFiles files;
  private final List<String> readings;
  private final List<Problem> problems = new ArrayList<>();

  private RuleInfos(Pack pack, PackFiles files) {
    this.pack = pack;
    this.files = files;
    this.readings = List.copyOf(pack.readings().keySet());
  }

  /**
   * What each rule says of itself.
   *
   * @throws PackException where a rule names a clause, a reading or a phase that the pack lacks
   */
  static Map<String, RuleInfo> of(KieBase base, Pack pack, PackFiles files) {
    RuleInfos infos = new RuleInfos(pack, files);
    Map<String, RuleInfo> byName = new HashMap<>();
    base.getKiePackages().stream()
        .flatMap(rules -> rules.getRules().stream())
        .forEach(rule -> byName.put(rule.getName(), infos.of((RuleImpl) rule)));
    if (!infos.problems.isEmpty()) {
      infos.problems.sort(
          (a, b) -> {
            int byFile = a.at().file().compareTo(b.at().file());
            return byFile != 0 ? byFile : Integer.compare(a.at().line(), b.at().line());
          });
      throw new PackException(infos.problems);
    }
    return byName;
  }

  private RuleInfo of(RuleImpl rule) {
    String name = rule.getName();
    require(name, "phase", rule.getAgendaGroup(), pack.phases());
    String clause = annotation(rule, "clause");
    if (clause != null) {
      require(name, "clause", clause, pack.clauses().keySet());
    }
    return new RuleInfo(name, clause, readings(rule), Drl.rule(files, name));
  }

  private BitSet readings(RuleImpl rule) {
    BitSet taken = new BitSet();
    String list = annotation(rule, "readings");
    if (list != null) {
      for (String id : list.split(",", -1)) {
        String reading = id.strip();
        require(rule.getName(), "reading", reading, readings);
        if (readings.contains(reading)) {
          taken.set(readings.indexOf(reading));
        }
      }
    }
    return taken;
  }

  private void require(String rule, String what, String id, Collection<String> known) {
    if (!known.contains(id)) {
      problems.add(
          new Problem(
              "unknown-" + what,
              Drl.within(files, rule, id),
              "rule `%s` names %s `%s`, which the pack lacks".formatted(rule, what, id),
              DidYouMean.oneOf(id, known)));
    }
  }

  /** The text of an annotation, or null; the compiler leaves its quotes on. */
  private static String annotation(RuleImpl rule, String name) {
    Object value = rule.getMetaData().get(name);
    return value == null ? null : value.toString().replaceAll("^\"|\"$", "").strip();
  }
}
