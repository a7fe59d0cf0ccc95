package dev.certus.spark;

/** Something that the user can put right; its message says what, where and how. */
final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobException(String message) {
    super(message);
  }
}
