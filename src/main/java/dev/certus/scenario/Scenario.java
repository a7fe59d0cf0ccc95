package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.problem.Location;
import dev.certus.record.CandidateRecord;
import dev.certus.scenario.Mismatch.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A test of a pack's rules.
 *
 * @param name a sentence
 * @param because why it must be so, or null
 * @param asOf the instant decided for
 * @param record the candidate
 * @param expected decisions that must be given, each by one decision
 * @param absent decisions that must not be given
 * @param only whether no other decisions than the expected ones may be given
 * @param at where it is written
 */
public record Scenario(
    String name,
    String because,
    Instant asOf,
    CandidateRecord record,
    List<Expectation> expected,
    List<Expectation> absent,
    boolean only,
    Location at) {

  /** The differences between the expectations and the decisions given; none if it passes. */
  public List<Mismatch> check(List<Decision> given) {
    List<Mismatch> mismatches = new ArrayList<>();
    for (Expectation expectation : expected) {
      long matches = given.stream().filter(expectation::matches).count();
      if (matches != 1) {
        Cause cause = matches == 0 ? Cause.MISSING : Cause.REPEATED;
        mismatches.add(new Mismatch(cause, expectation, expectation.nearest(given)));
      }
    }
    for (Expectation expectation : absent) {
      given.stream()
          .filter(expectation::matches)
          .forEach(decision -> mismatches.add(new Mismatch(Cause.UNWANTED, expectation, decision)));
    }
    if (only) {
      given.stream()
          .filter(decision -> expected.stream().noneMatch(e -> e.matches(decision)))
          .filter(decision -> mismatches.stream().noneMatch(m -> decision.equals(m.given())))
          .forEach(decision -> mismatches.add(new Mismatch(Cause.UNEXPECTED, null, decision)));
    }
    return mismatches;
  }
}
