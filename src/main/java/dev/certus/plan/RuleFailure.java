package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;

/** A condition or consequence threw. */
public final class RuleFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RuleInfo rule;

  RuleFailure(RuleInfo rule, Throwable cause) {
    super(cause);
    this.rule = rule;
  }

  /** The rule that has it, or null where several can: those that share a condition on one fact. */
  public RuleInfo rule() {
    return rule;
  }
}
