package dev.certus.output;

import dev.certus.decision.Decisions;

/** Encodes decisions as UTF-8, one candidate at a time. Thread-safe. */
public interface DecisionWriter {

  /** What comes before the first candidate. */
  byte[] header();

  /**
   * One candidate's decisions, with the line feeds that end them.
   *
   * @throws UnwritableException where this form cannot hold them
   */
  byte[] encode(Decisions decisions);
}
