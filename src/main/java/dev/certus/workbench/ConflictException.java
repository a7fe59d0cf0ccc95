package dev.certus.workbench;

/** An edit is of a text that someone else has changed meanwhile. */
public final class ConflictException extends Exception {
  private static final long serialVersionUID = 1L;

  ConflictException(String file, String who) {
    super("%s was changed by %s meanwhile".formatted(file, who));
  }
}
