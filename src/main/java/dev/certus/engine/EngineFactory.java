package dev.certus.engine;

import dev.certus.rulebook.RuleBook;

/** Opens an engine on a rule book. */
@FunctionalInterface
public interface EngineFactory {

  /** Opens an engine; the caller closes it. */
  Engine open(RuleBook book, Limits limits);
}
