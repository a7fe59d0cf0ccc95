package dev.certus.decision;

import java.time.Instant;
import java.util.List;

/**
 * All that was decided about one candidate as of one instant.
 *
 * @param candidateId the candidate's id
 * @param asOf the instant as of which it was decided
 * @param nextChangeAt the first later instant at which a decision differs in more than its reason,
 *     if no new fact comes; null where none does, or where the engine was not asked to look ahead
 * @param decisions the decisions in their order
 */
public record Decisions(
    String candidateId, Instant asOf, Instant nextChangeAt, List<Decision> decisions) {

  /** Keeps an unmodifiable, ordered copy of the list. */
  public Decisions {
    decisions =
        isOrdered(decisions) ? List.copyOf(decisions) : decisions.stream().sorted().toList();
  }

  private static boolean isOrdered(List<Decision> decisions) {
    for (int i = 1; i < decisions.size(); i++) {
      if (decisions.get(i - 1).compareTo(decisions.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }
}
