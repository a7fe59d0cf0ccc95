package dev.certus.plan;

/**
 * A branch of a rule, planned.
 *
 * @param branch the branch
 * @param first the first step of its way
 */
record PlannedRule(Branch branch, PlanStep first) {}
