package dev.certus.output;

import dev.certus.decision.Decisions;
import java.io.ByteArrayOutputStream;

/** Encodes decisions as UTF-8, one candidate at a time. Thread-safe. */
public interface DecisionWriter {

  /** What comes before the first candidate. */
  byte[] header();

  /**
   * Encodes one candidate's decisions, with the line feeds that end them.
   *
   * @param out takes them
   * @throws UnwritableException where this form cannot hold them; nothing was encoded then
   */
  void encode(Decisions decisions, ByteArrayOutputStream out);
}
