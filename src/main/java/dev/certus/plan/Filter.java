package dev.certus.plan;

import org.objectweb.asm.Label;

/**
 * A pattern on a value that the match has already, such as the result of an accumulate.
 *
 * @param checks what it must pass
 */
record Filter(Check checks, PlanStep next) implements PlanStep {

  @Override
  public void write(RuleCode code, Label other, Label found) {
    checks.write(code, other);
    next.write(code, other, found);
  }
}
