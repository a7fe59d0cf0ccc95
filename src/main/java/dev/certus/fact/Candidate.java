package dev.certus.fact;

import dev.certus.pack.Says;
import dev.certus.time.Day;
import dev.certus.time.Moment;

/**
 * Whose record it is, and as of when it is decided.
 *
 * @param id the candidate's id
 * @param now the as-of instant, in the candidate's zone
 * @param today the as-of date in the candidate's zone
 */
@Says("the decision is as of {now}")
public record Candidate(String id, Moment now, Day today) {}
