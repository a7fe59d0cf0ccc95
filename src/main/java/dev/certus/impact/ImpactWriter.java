package dev.certus.impact;

import java.util.List;

/** Writes what a change does, for one kind of reader. Thread-safe. */
public interface ImpactWriter {

  /**
   * The comparison as text.
   *
   * @param examples one for each transition, in their order
   */
  String text(Impact impact, List<Example> examples);
}
