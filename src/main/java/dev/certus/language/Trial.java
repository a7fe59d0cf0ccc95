package dev.certus.language;

import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace.Firing;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import dev.certus.scenario.ScenarioResult;
import dev.certus.scenario.ScenarioRun;
import java.util.List;

/**
 * How the scenarios of a pack go.
 *
 * @param book the pack
 * @param results the result of each scenario, in the order of their files
 */
public record Trial(RuleBook book, List<ScenarioResult> results) {

  /** Keeps an unmodifiable copy of the list. */
  public Trial {
    results = List.copyOf(results);
  }

  /** Runs scenarios. */
  static Trial of(RuleBook book, List<Scenario> scenarios) {
    try (SessionEngine sessions = new SessionEngine(book)) {
      return new Trial(book, new ScenarioRun(sessions).run(scenarios));
    }
  }

  /** The results of scenarios that fail. */
  public List<ScenarioResult> failed() {
    return results.stream().filter(result -> !result.passed()).toList();
  }

  /** The results of the scenarios in which a rule fires. */
  public List<ScenarioResult> reaching(String rule) {
    return results.stream().filter(result -> fires(result, rule)).toList();
  }

  private static boolean fires(ScenarioResult result, String rule) {
    return result.trace() != null
        && result.trace().firings().stream()
            .map(Firing::rule)
            .anyMatch(fired -> fired.name().equals(rule));
  }
}
