package dev.certus.plan;

/** A part of a rule's model that the planner is not proved for. */
final class UnknownShapeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what.
   *
   * @param why as the end of a sentence
   */
  UnknownShapeException(String why) {
    super(why);
  }
}
