package dev.certus.explain;

import dev.certus.rulebook.RuleInfo;
import java.util.List;

/**
 * Something that a decision rests on.
 *
 * @param kind what it is
 * @param text what it says, as a sentence without its full stop
 * @param source where a term's number is stated, else null
 * @param rule the rule that derived it, or null where none did
 * @param grounds what that rule rested on; empty where those are elsewhere
 */
public record Evidence(
    Kind kind, String text, String source, RuleInfo rule, List<Evidence> grounds) {

  /** What a decision rests on. */
  public enum Kind {
    /** A fact of the record, the catalogue or the run. */
    FACT,
    /** A fact that a rule derived. */
    DERIVED,
    /** A fact that a rule derived; how it came about is elsewhere or left out. */
    REFERENCE,
    /** A number of the policy. */
    TERM,
    /** The absence of a fact. */
    ABSENCE
  }

  /** The same, without how it was derived. */
  Evidence brief() {
    return kind == Kind.DERIVED ? of(Kind.REFERENCE, text) : this;
  }

  static Evidence of(Kind kind, String text) {
    return new Evidence(kind, text, null, null, List.of());
  }
}
