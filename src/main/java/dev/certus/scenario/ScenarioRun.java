package dev.certus.scenario;

import dev.certus.engine.DecisionException;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import java.util.List;

/** Runs scenarios. */
public final class ScenarioRun {

  private final SessionEngine engine;

  /** A run by an engine. */
  public ScenarioRun(SessionEngine engine) {
    this.engine = engine;
  }

  /** The result of each scenario, in their order. */
  public List<ScenarioResult> run(List<Scenario> scenarios) {
    return scenarios.stream().map(this::run).toList();
  }

  private ScenarioResult run(Scenario scenario) {
    try {
      Trace trace = engine.trace(scenario.record(), scenario.asOf());
      return new ScenarioResult(
          scenario, trace, null, scenario.check(trace.decisions().decisions()));
    } catch (DecisionException e) {
      return new ScenarioResult(scenario, null, e.getMessage(), List.of());
    }
  }
}
