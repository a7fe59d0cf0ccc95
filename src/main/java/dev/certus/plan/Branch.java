package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.List;

/**
 * One branch of a rule; most rules have but one.
 *
 * @param rule what is known of the rule
 * @param lists the number of the list of each pattern that takes facts, by its place
 */
record Branch(RuleInfo rule, List<Integer> lists) {}
