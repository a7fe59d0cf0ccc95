package dev.certus.explain;

import dev.certus.rulebook.RuleInfo;
import java.util.List;

/**
 * Something that a decision rests on.
 *
 * @param kind what it is
 * @param text what it says, as a sentence without its full stop
 * @param source where a term's number is stated, else null
 * @param rule the rule that derived it, or null where it was not derived
 * @param grounds what that rule rested on; empty where that was told before
 */
public record Ground(Kind kind, String text, String source, RuleInfo rule, List<Ground> grounds) {

  /** What a decision rests on. */
  public enum Kind {
    /** A fact of the record, the catalogue or the run. */
    FACT,
    /** A fact that a rule derived. */
    DERIVED,
    /** A fact that a rule derived, but how is not told here. */
    TOLD,
    /** A number of the policy. */
    TERM,
    /** That there is no such fact. */
    ABSENCE
  }

  /** The same, without how it was derived. */
  Ground brief() {
    return kind == Kind.DERIVED ? of(Kind.TOLD, text) : this;
  }

  static Ground of(Kind kind, String text) {
    return new Ground(kind, text, null, null, List.of());
  }
}
