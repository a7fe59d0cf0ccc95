package dev.certus.plan;

import org.objectweb.asm.Label;

/**
 * {@code exists}, or {@code not}.
 *
 * @param wanted whether there must be such facts, or there must be none
 * @param inner the way to them, which ends in {@link #FOUND}
 */
record Existence(boolean wanted, PlanStep inner, PlanStep next) implements PlanStep {

  /** The end of the way: one match is enough. */
  static final PlanStep FOUND = (code, other, found) -> code.jump(found);

  @Override
  public void write(RuleCode code, Label other, Label found) {
    Label goesOn = new Label();
    if (wanted) {
      inner.write(code, other, goesOn);
    } else {
      inner.write(code, goesOn, other);
    }
    code.at(goesOn);
    next.write(code, other, found);
  }
}
