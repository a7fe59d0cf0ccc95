package dev.certus.problem;

/**
 * A problem of a pack.
 *
 * @param code the kind of problem, a stable word such as {@code unknown-term}
 * @param at where
 * @param message what and why, one lower-case sentence
 * @param help what to do next, or null where that is plain
 */
public record Problem(String code, Location at, String message, String help) {

  /** The same problem at another place. */
  public Problem movedTo(Location place) {
    return new Problem(code, place, message, help);
  }

  /** {@code file:line:column: message}, the help on a line of its own. */
  @Override
  public String toString() {
    return at + ": " + message + (help == null ? "" : "\n  help: " + help);
  }
}
