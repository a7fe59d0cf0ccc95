package dev.certus.engine;

import java.util.List;

/**
 * A candidate could not be decided: a rule failed, ran away or contradicted another, or there are
 * more facts than the engine takes.
 */
public class DecisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final transient List<String> facts;

  DecisionException(String rule, List<String> facts, String message, Throwable cause) {
    super(message, cause);
    this.rule = rule;
    this.facts = List.copyOf(facts);
  }

  /** The name of the rule at fault, or null where it is not known. */
  public String rule() {
    return rule;
  }

  /**
   * The ids of the record's facts that the rule at fault matched; none where they are not known.
   */
  public List<String> facts() {
    return facts;
  }
}
