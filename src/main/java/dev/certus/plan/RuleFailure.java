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

  /** The rule that has it; the first one of several that share a condition. */
  public RuleInfo rule() {
    return rule;
  }
}
