package dev.certus.engine;

/** A candidate could not be decided, because a rule failed, ran away or contradicted another. */
public final class DecisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;

  DecisionException(String rule, String message, Throwable cause) {
    super(message, cause);
    this.rule = rule;
  }

  /** The name of the rule at fault, or null where it is not known. */
  public String rule() {
    return rule;
  }
}
