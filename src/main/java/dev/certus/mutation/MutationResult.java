package dev.certus.mutation;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param fate whether a scenario noticed it
 * @param by the scenario that noticed it first, or what was wrong with it, or null
 */
public record MutationResult(Mutant mutant, Fate fate, String by) {

  /** What can become of a mutant. */
  public enum Fate {
    /** A scenario failed on it. */
    KILLED,
    /** All scenarios passed on it. */
    SURVIVED,
    /** It is no pack: the change cannot be made so. */
    INVALID
  }
}
