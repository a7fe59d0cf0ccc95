package dev.certus.plan;

/**
 * A pattern on a value that the match has already, such as the result of an accumulate.
 *
 * @param checks what it must pass
 */
record Filter(Check checks, PlanStep next) implements PlanStep {

  @Override
  public boolean match(Object[] row, Evaluation evaluation) throws Exception {
    return checks.passes(row) && next.match(row, evaluation);
  }
}
