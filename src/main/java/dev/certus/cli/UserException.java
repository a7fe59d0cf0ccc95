package dev.certus.cli;

/** Something that the user can put right; its message says what, where and how. */
final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserException(String message) {
    super(message);
  }
}
