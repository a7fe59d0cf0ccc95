package dev.certus.plan;

/** A part of a rule's way to its matches. Immutable. */
interface PlanStep {

  /**
   * Goes on, in each way in which it can, from a match that has come so far.
   *
   * @param row the values of the rule's variables, each at its slot
   * @return whether one was enough, so that no further way is tried
   */
  boolean match(Object[] row, Evaluation evaluation) throws Exception;
}
