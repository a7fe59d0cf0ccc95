package dev.certus.plan;

/** Some code of a plan: a class that {@link PlanCompiler} writes. */
abstract class PlanCode {

  /**
   * Finds the matches of a branch of a rule, and fires them.
   *
   * @param branch its number among those of the class
   */
  abstract void match(int branch, Evaluation evaluation) throws Exception;

  /**
   * Puts a fact into those lists of a filler that take it.
   *
   * @param filler its number among those of the class
   */
  abstract void fill(int filler, Evaluation evaluation, Object fact) throws Exception;
}
