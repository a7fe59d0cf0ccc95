package dev.certus.plan;

/**
 * {@code exists}, or {@code not}.
 *
 * @param wanted whether there must be such facts, or there must be none
 * @param inner the way to them, which ends in {@link #FOUND}
 */
record Existence(boolean wanted, PlanStep inner, PlanStep next) implements PlanStep {

  /** The end of the way: one match is enough. */
  static final PlanStep FOUND = (row, evaluation) -> true;

  @Override
  public boolean match(Object[] row, Evaluation evaluation) throws Exception {
    return inner.match(row, evaluation) == wanted && next.match(row, evaluation);
  }
}
