package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.List;

/**
 * One branch of a rule; most rules have but one.
 *
 * @param info what is known of the rule
 * @param lists the number of the list of each pattern that takes facts, by its place
 * @param first the first step
 */
record PlannedRule(RuleInfo info, List<Integer> lists, PlanStep first) {}
