package dev.certus.scenario;

import dev.certus.engine.Trace;
import java.util.List;

/**
 * The result of a scenario.
 *
 * @param scenario the scenario
 * @param trace the decisions and how they came about; null where the rules failed
 * @param failure why the rules failed, or null
 * @param mismatches how the decisions differ from those expected
 */
public record ScenarioResult(
    Scenario scenario, Trace trace, String failure, List<Mismatch> mismatches) {

  /** Whether the rules did not fail and every expectation was met. */
  public boolean passed() {
    return failure == null && mismatches.isEmpty();
  }
}
