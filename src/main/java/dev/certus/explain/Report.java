package dev.certus.explain;

import java.time.Instant;
import java.util.List;

/**
 * What is told of one candidate.
 *
 * @param candidateId the candidate
 * @param asOf the instant decided for
 * @param explanations why decisions were given
 * @param refusals why decisions were not given
 */
public record Report(
    String candidateId, Instant asOf, List<Explanation> explanations, List<Refusal> refusals) {}
