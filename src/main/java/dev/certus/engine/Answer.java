package dev.certus.engine;

import dev.certus.decision.Decisions;

/** What an engine makes of one record: its decisions, or the reason why there are none. */
public sealed interface Answer {

  /**
   * The decisions.
   *
   * @throws DecisionException where there are none
   */
  Decisions decisions();

  /** The record has its decisions. */
  record Decided(Decisions decisions) implements Answer {}

  /** The record could not be decided. */
  record Undecided(DecisionException cause) implements Answer {

    @Override
    public Decisions decisions() {
      throw cause;
    }
  }
}
