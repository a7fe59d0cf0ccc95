package dev.certus.plan;

/** The code of some rules and lists of a plan: a class that {@link PlanCompiler} writes. */
abstract class PlanCode {

  /**
   * Finds the matches of a rule, and fires them.
   *
   * @param rule its number among those of the class
   */
  abstract void match(int rule, Evaluation evaluation) throws Exception;

  /**
   * Whether a list takes a fact.
   *
   * @param list its number among those of the class
   */
  abstract boolean takes(int list, Object terms, Object decisions, Object fact) throws Exception;
}
