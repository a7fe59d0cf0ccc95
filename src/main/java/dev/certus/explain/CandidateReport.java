package dev.certus.explain;

import java.time.Instant;
import java.util.List;

/**
 * What is explained of one candidate.
 *
 * @param candidateId the candidate
 * @param asOf the instant decided for
 * @param explanations why decisions were given
 * @param refusals why decisions were not given
 */
public record CandidateReport(
    String candidateId, Instant asOf, List<Explanation> explanations, List<Refusal> refusals) {}
