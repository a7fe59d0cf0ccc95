package dev.certus.output;

/** Decisions that a form cannot hold. */
public final class UnwritableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message says what there is, that the form has no place for. */
  public UnwritableException(String message) {
    super(message);
  }
}
