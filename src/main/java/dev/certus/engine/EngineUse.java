package dev.certus.engine;

import java.util.Objects;

/**
 * Which engine decided, as a manifest keeps it.
 *
 * @param name {@code session}, or {@code plan}
 * @param decidedTwice how many records the other engine decided as well, with the same answers
 */
public record EngineUse(String name, long decidedTwice) {

  /** A use of an engine. */
  public EngineUse {
    Objects.requireNonNull(name);
  }
}
