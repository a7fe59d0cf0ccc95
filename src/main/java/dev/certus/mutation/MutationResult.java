package dev.certus.mutation;

/**
 * The result of running the scenarios on a mutant.
 *
 * @param mutant the mutant
 * @param fate whether a scenario noticed it
 * @param by the first scenario that noticed it, or the problems that make it no pack, or null
 */
public record MutationResult(Mutant mutant, Fate fate, String by) {

  /** The possible results. */
  public enum Fate {
    /** A scenario failed on it. */
    KILLED,
    /** All scenarios passed on it. */
    SURVIVED,
    /** It is no valid pack. */
    INVALID
  }
}
