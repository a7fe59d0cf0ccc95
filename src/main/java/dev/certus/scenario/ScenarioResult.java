package dev.certus.scenario;

import dev.certus.engine.Trace;
import java.util.List;

/**
 * How a scenario went.
 *
 * @param scenario the scenario
 * @param trace what was decided, and how; null where the rules failed
 * @param failure why the rules failed, or null where they did not
 * @param mismatches in what the decisions are not those expected
 */
public record ScenarioResult(
    Scenario scenario, Trace trace, String failure, List<Mismatch> mismatches) {

  /** Whether all was as it must be. */
  public boolean passed() {
    return failure == null && mismatches.isEmpty();
  }
}
