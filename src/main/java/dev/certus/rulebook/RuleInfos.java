package dev.certus.rulebook;

import dev.certus.drl.DrlTree;
import dev.certus.drl.PatternSource.Quantity;
import dev.certus.drl.RuleSource;
import dev.certus.pack.Pack;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the annotations of rules. */
final class RuleInfos {

  private final DrlTree drl;
  private final List<String> readings;

  private RuleInfos(DrlTree drl, Pack pack) {
    this.drl = drl;
    this.readings = List.copyOf(pack.readings().keySet());
  }

  /** What each rule says of itself, by its name; the pack has what it names. */
  static Map<String, RuleInfo> of(DrlTree drl, Pack pack) {
    RuleInfos infos = new RuleInfos(drl, pack);
    List<RuleSource> rules = drl.rules();
    return IntStream.range(0, rules.size())
        .mapToObj(number -> infos.of(number, rules.get(number)))
        .collect(Collectors.toUnmodifiableMap(RuleInfo::name, Function.identity()));
  }

  private RuleInfo of(int number, RuleSource rule) {
    BitSet taken = new BitSet();
    rule.ids("readings").forEach(id -> taken.set(readings.indexOf(id)));
    boolean gathers =
        rule.patterns().stream().anyMatch(pattern -> pattern.quantity() == Quantity.ALL);
    String clause = rule.ids("clause").stream().findFirst().orElse(null);
    return new RuleInfo(number, rule.name(), clause, taken, gathers, rule.nameAt().at(drl.files()));
  }
}
