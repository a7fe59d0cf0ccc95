package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.problem.Location;
import dev.certus.record.CandidateRecord;
import dev.certus.scenario.Mismatch.Kind;
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

  /** What is wrong with the decisions given; nothing if all is as it must be. */
  public List<Mismatch> check(List<Decision> given) {
    List<Mismatch> mismatches = new ArrayList<>();
    for (Expectation expectation : expected) {
      long matches = given.stream().filter(expectation::matches).count();
      if (matches != 1) {
        Kind kind = matches == 0 ? Kind.MISSING : Kind.REPEATED;
        mismatches.add(new Mismatch(kind, expectation, expectation.nearest(given)));
      }
    }
    for (Expectation expectation : absent) {
      given.stream()
          .filter(expectation::matches)
          .forEach(decision -> mismatches.add(new Mismatch(Kind.UNWANTED, expectation, decision)));
    }
    if (only) {
      given.stream()
          .filter(decision -> expected.stream().noneMatch(e -> e.matches(decision)))
          .filter(decision -> mismatches.stream().noneMatch(m -> decision.equals(m.given())))
          .forEach(decision -> mismatches.add(new Mismatch(Kind.UNEXPECTED, null, decision)));
    }
    return mismatches;
  }
}
