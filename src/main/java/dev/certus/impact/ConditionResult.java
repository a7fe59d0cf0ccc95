package dev.certus.impact;

/**
 * What comes of a condition.
 *
 * @param condition the condition
 * @param counted how many candidates it counts
 * @param holds whether they are more than it allows
 */
public record ConditionResult(Condition condition, long counted, boolean holds) {}
