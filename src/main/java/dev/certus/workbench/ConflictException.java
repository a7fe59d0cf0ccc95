package dev.certus.workbench;

/** An edit is of a text that someone else has changed meanwhile. */
public final class ConflictException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String who;
  private final long revision;

  ConflictException(String file, String who, long revision) {
    super("%s was changed by %s meanwhile".formatted(file, who));
    this.who = who;
    this.revision = revision;
  }

  /** Who changed it. */
  public String who() {
    return who;
  }

  /** The revision of that change. */
  public long revision() {
    return revision;
  }
}
