package dev.certus.scenario;

import dev.certus.decision.Decision;

/**
 * Something in which the decisions given are not those expected.
 *
 * @param kind what is wrong
 * @param expected what the scenario says, or null where it says nothing
 * @param given the decision given in its stead, or the nearest to it; null where there is none
 */
public record Mismatch(Kind kind, Expectation expected, Decision given) {

  /** What can be wrong. */
  public enum Kind {
    /** A decision that is expected was not given. */
    MISSING("expected, but not given"),
    /** A decision that is expected was given more than once. */
    REPEATED("expected once, but given more than once"),
    /** A decision that must be absent was given. */
    UNWANTED("given, but must be absent"),
    /** A decision was given that is not among the expected ones, and they are all. */
    UNEXPECTED("given, but not expected");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words. */
    @Override
    public String toString() {
      return words;
    }
  }
}
