package dev.certus.explain;

import dev.certus.rulebook.RuleInfo;
import java.util.List;

/**
 * A rule that led to a decision.
 *
 * @param rule the rule
 * @param grounds what it rested on
 */
public record Reason(RuleInfo rule, List<Evidence> grounds) {}
