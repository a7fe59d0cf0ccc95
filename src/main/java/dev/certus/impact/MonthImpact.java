package dev.certus.impact;

import java.time.Instant;

/**
 * How many candidates have a decision that differs, if they were decided at a later instant.
 *
 * @param at the instant
 * @param changed how many of the sampled candidates
 * @param sampled how many candidates were sampled
 * @param estimate how many of all
 */
public record MonthImpact(Instant at, long changed, long sampled, Estimate estimate) {}
