package dev.certus.explain;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.PatternSource;
import dev.certus.pack.Terms;
import dev.certus.record.FactName;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a {@code not} asks for, with the values of its variables. */
final class AbsenceWording {

  private final Terms terms;
  private final Wording wording;

  AbsenceWording(Terms terms, Wording wording) {
    this.terms = terms;
    this.wording = wording;
  }

  /** The sentence that there is no fact of a pattern. */
  String of(PatternSource pattern, Map<String, Object> bindings) {
    ConditionWording words = new ConditionWording(new Values(terms, null, bindings), wording);
    String conditions =
        pattern.conditions().stream()
            .filter(condition -> !condition.bindsOnly())
            .map(ConditionSource::tree)
            .map(words::clause)
            .filter(clause -> !clause.isEmpty())
            .collect(Collectors.joining(" and "));
    return "there is no %s %s".formatted(FactName.words(pattern.type()), conditions).strip();
  }
}
