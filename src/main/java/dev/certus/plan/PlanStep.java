package dev.certus.plan;

import org.objectweb.asm.Label;

/** A part of a rule's way to its matches. Immutable. */
interface PlanStep {

  /**
   * Writes the code that goes on, in each way in which it can, from a match that has come so far.
   * Control never reaches the end of that code.
   *
   * @param other where it jumps when no way is left
   * @param found where it jumps when one match is enough; null where each match is wanted
   */
  void write(RuleCode code, Label other, Label found);
}
