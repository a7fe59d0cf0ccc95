package dev.certus.diagnose;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the place of a fault that the compiler reports without one, by compiling parts of the pack:
 * first the rule without which there is no fault, then the condition.
 */
public final class FaultBisector {

  private static final String ALWAYS = "this != null";

  private final PackFiles files;
  private final List<RuleSource> rules;
  private final Predicate<PackFiles> faulty;

  /**
   * A search.
   *
   * @param faulty whether a part of the pack has the fault
   */
  public FaultBisector(PackFiles files, Predicate<PackFiles> faulty) {
    this.files = files;
    this.rules = DrlTree.of(files).rules();
    this.faulty = faulty;
  }

  /** The rule without which, and all after it, there is no fault; null if there is none. */
  public RuleSource rule() {
    if (rules.isEmpty() || faulty.test(only(List.of()))) {
      return null; // the fault is in no rule
    }
    int fine = 0;
    int many = rules.size();
    while (many - fine > 1) {
      int middle = (fine + many) / 2;
      if (faulty.test(only(rules.subList(0, middle)))) {
        many = middle;
      } else {
        fine = middle;
      }
    }
    return rules.get(many - 1);
  }

  /** The condition of a rule without which there is no fault, else the rule's name. */
  public Location place(RuleSource rule) {
    PackFiles alone = only(List.of(rule));
    for (ConditionSource condition : conditions(rule)) {
      if (!faulty.test(without(alone, condition.span()))) {
        return condition.span().at(files);
      }
    }
    return rule.nameAt().at(files);
  }

  private static List<ConditionSource> conditions(RuleSource rule) {
    Stream<ConditionSource> ofFacts =
        rule.patterns().stream()
            .flatMap(pattern -> pattern.conditions().stream())
            .filter(condition -> !condition.bindsOnly());
    Stream<ConditionSource> ofResults =
        rule.elements().stream()
            .flatMap(element -> element.results().stream())
            .filter(result -> result.binding() == null);
    return Stream.concat(ofFacts, ofResults).toList();
  }

  private PackFiles only(List<RuleSource> wanted) {
    SortedMap<String, String> texts = new TreeMap<>(files.texts());
    for (RuleSource rule : rules) {
      if (!wanted.contains(rule)) {
        texts.computeIfPresent(rule.whole().file(), (file, text) -> rule.whole().blankedIn(text));
      }
    }
    return new PackFiles(files.folder(), texts);
  }

  private static PackFiles without(PackFiles pack, Span condition) {
    SortedMap<String, String> texts = new TreeMap<>(pack.texts());
    texts.computeIfPresent(condition.file(), (file, text) -> condition.replacedIn(text, ALWAYS));
    return new PackFiles(pack.folder(), texts);
  }
}
