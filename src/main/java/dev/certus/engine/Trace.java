package dev.certus.engine;

import dev.certus.decision.Decisions;
import dev.certus.fact.Conclusion;
import dev.certus.rulebook.RuleInfo;
import java.util.List;
import java.util.Map;

/**
 * What was decided, and how it came about.
 *
 * @param decisions the decisions
 * @param firings the rules that fired, one after another
 * @param uses the terms that were used while they did
 */
public record Trace(Decisions decisions, List<Firing> firings, List<TermUse> uses) {

  /**
   * A rule that fired.
   *
   * @param rule the rule
   * @param matched what its patterns matched, one after another; what an accumulate computed is one
   * @param grounds the same, and the facts that it gathered
   * @param bindings what its variables stood for
   * @param derived the facts that it inserted
   * @param conclusions what it concluded
   */
  public record Firing(
      RuleInfo rule,
      List<Object> matched,
      List<Object> grounds,
      Map<String, Object> bindings,
      List<Object> derived,
      List<Conclusion> conclusions) {}

  /**
   * A term that was used.
   *
   * @param term the term's name
   * @param result what it came to: a {@code Day}, a {@code Moment} or a number
   */
  public record TermUse(String term, Object result) {}
}
