package dev.certus.impact;

import dev.certus.engine.EngineFactory;
import dev.certus.engine.Limits;
import java.time.Instant;
import java.util.List;

/**
 * How two packs are compared.
 *
 * @param asOf the instant to decide for
 * @param engine makes the engines of both packs
 * @param limits the limits on a candidate
 * @param threads how many threads decide, 1 or more
 * @param share the share of candidates to compare, more than 0 and at most 1
 * @param year whether to look at the coming year as well
 * @param conditions conditions to evaluate
 */
public record ComparisonOptions(
    Instant asOf,
    EngineFactory engine,
    Limits limits,
    int threads,
    double share,
    boolean year,
    List<Condition> conditions) {

  /** Keeps an unmodifiable copy of the list. */
  public ComparisonOptions {
    conditions = List.copyOf(conditions);
  }
}
