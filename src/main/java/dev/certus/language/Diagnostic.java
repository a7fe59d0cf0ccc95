package dev.certus.language;

import dev.certus.problem.Problem;
import java.util.List;

/**
 * A problem of a pack at its place in a text.
 *
 * @param problem the problem
 * @param file the file, as in {@link dev.certus.scenario.PackTexts#all}; empty where the problem is
 *     of the pack as a whole
 * @param start the offset of the first character that is at fault
 * @param end the offset after the last one
 * @param fixes ways to mend it
 */
public record Diagnostic(Problem problem, String file, int start, int end, List<Fix> fixes) {

  /** Keeps an unmodifiable copy of the list. */
  public Diagnostic {
    fixes = List.copyOf(fixes);
  }
}
