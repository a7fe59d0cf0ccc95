package dev.certus.scenario;

import dev.certus.decision.Decision;

/**
 * A difference between the decisions that a scenario expects and those that were given.
 *
 * @param cause what is wrong
 * @param expected the expectation, or null where the scenario has none for the decision
 * @param given the decision at fault, or the one nearest to the expectation; null where there is
 *     none
 */
public record Mismatch(Cause cause, Expectation expected, Decision given) {

  /** The kinds of differences. */
  public enum Cause {
    /** A decision that is expected was not given. */
    MISSING("expected, but not given"),
    /** A decision that is expected was given more than once. */
    REPEATED("expected once, but given more than once"),
    /** A decision that must be absent was given. */
    UNWANTED("given, but must be absent"),
    /** A decision was given that is not among the expected ones, and they are all. */
    UNEXPECTED("given, but not expected");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** The cause in words. */
    @Override
    public String toString() {
      return words;
    }
  }
}
