package dev.certus.engine;

import dev.certus.rulebook.RuleBook;

/** Opens an engine on a rule book. */
@FunctionalInterface
public interface EngineFactory {

  /**
   * Opens an engine; the caller closes it.
   *
   * @param maxFacts how many facts a candidate may have, 1 or more
   */
  Engine open(RuleBook book, int maxFacts);
}
