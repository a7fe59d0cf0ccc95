package dev.certus.rulebook;

import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.kie.api.KieBase;

/** Reads the annotations of rules. */
final class RuleInfos {

  private final Map<String, Location> places;
  private final List<String> readings;

  private RuleInfos(Pack pack, PackFiles files) {
    this.places = Drl.places(files);
    this.readings = List.copyOf(pack.readings().keySet());
  }

  /** What each rule says of itself; the pack has what it names. */
  static Map<String, RuleInfo> of(KieBase base, Pack pack, PackFiles files) {
    RuleInfos infos = new RuleInfos(pack, files);
    Map<String, RuleInfo> byName = new HashMap<>();
    base.getKiePackages().stream()
        .flatMap(rules -> rules.getRules().stream())
        .forEach(rule -> byName.put(rule.getName(), infos.of((RuleImpl) rule)));
    return byName;
  }

  private RuleInfo of(RuleImpl rule) {
    String name = rule.getName();
    String clause = annotation(rule, "clause");
    return new RuleInfo(name, clause, readings(rule), places.get(name));
  }

  private BitSet readings(RuleImpl rule) {
    BitSet taken = new BitSet();
    String list = annotation(rule, "readings");
    if (list != null) {
      for (String id : list.split(",", -1)) {
        String reading = id.strip();
        taken.set(readings.indexOf(reading));
      }
    }
    return taken;
  }

  /** The text of an annotation, or null. */
  private static String annotation(RuleImpl rule, String name) {
    return text(rule.getMetaData().get(name));
  }

  /** The text of an annotation's value, or null; the compiler leaves the quotes on. */
  static String text(Object value) {
    return value == null ? null : value.toString().replaceAll("^\"|\"$", "").strip();
  }
}
