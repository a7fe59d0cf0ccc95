package dev.certus.engine;

import dev.certus.decision.Decisions;
import dev.certus.rules.RuleInfo;
import java.util.List;

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
   * @param grounds the facts that it matched
   * @param derived the facts that it inserted
   */
  public record Firing(RuleInfo rule, List<Object> grounds, List<Object> derived) {}

  /**
   * A term that was used.
   *
   * @param term the term's name
   * @param result what it came to: a {@code Day}, a {@code Moment} or a number
   */
  public record TermUse(String term, Object result) {}
}
