package dev.certus.rulebook;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import java.util.Set;

/**
 * A pack in which one rule is changed.
 *
 * @param drl the DRL of the changed pack
 * @param rule the changed rule
 * @param number tells it from other variants that are compiled with it
 */
record RuleVariant(DrlTree drl, RuleSource rule, int number) {

  /**
   * A change of one rule, or null where it is another change.
   *
   * @param before the DRL of the pack as it was
   * @param drl the DRL of the changed pack
   */
  static RuleVariant between(DrlTree before, DrlTree drl, int number) {
    RuleChanges changes = RuleChanges.between(before, drl);
    Set<String> gone = changes == null ? Set.of() : changes.gone();
    RuleSource rule = gone.size() == 1 ? drl.rule(gone.iterator().next()) : null;
    boolean isAll =
        rule != null
            && drl.rules().size() == before.rules().size()
            && FunctionChanges.between(before, drl).isEmpty();
    return isAll ? new RuleVariant(drl, rule, number) : null;
  }

  /** The rule's name among the variants. */
  String compiledName() {
    return rule.name() + " " + number;
  }

  /** The rule's text under the name that it is compiled with. */
  String text() {
    Span whole = rule.whole();
    Span name = rule.nameAt();
    int at = name.start() - whole.start();
    return whole.text().substring(0, at)
        + "\""
        + compiledName()
        + "\""
        + whole.text().substring(at + name.text().length());
  }
}
