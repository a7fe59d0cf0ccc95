package dev.certus.engine;

import java.util.List;

/** A candidate has more facts than the engine takes at once. */
public final class TooManyFactsException extends DecisionException {
  private static final long serialVersionUID = 1L;

  TooManyFactsException(int facts, int limit) {
    super(
        null,
        List.of(),
        "%,d facts, more than the %,d that a candidate may have".formatted(facts, limit),
        null);
  }
}
