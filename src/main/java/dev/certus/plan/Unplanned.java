package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;

/**
 * A rule that is left to sessions of Drools.
 *
 * @param rule the rule
 * @param why what of it cannot be planned, as the end of a sentence
 */
public record Unplanned(RuleInfo rule, String why) {}
