package dev.certus.language;

import dev.certus.problem.Problem;
import dev.certus.scenario.PackTexts;
import java.util.List;

/**
 * Whether a pack is sound, and how its scenarios go.
 *
 * @param texts the pack
 * @param diagnostics what is wrong with it
 * @param trial how its scenarios go; null where something is wrong
 */
public record Verdict(PackTexts texts, List<Diagnostic> diagnostics, Trial trial) {

  /** Keeps an unmodifiable copy of the list. */
  public Verdict {
    diagnostics = List.copyOf(diagnostics);
  }

  /** What is wrong, without places in texts. */
  public List<Problem> problems() {
    return diagnostics.stream().map(Diagnostic::problem).toList();
  }

  /** Whether nothing is wrong and every scenario passes. */
  public boolean isGood() {
    return trial != null && trial.failed().isEmpty();
  }
}
