package dev.certus.scenario;

import dev.certus.decision.Decisions;
import dev.certus.policy.Location;
import dev.certus.record.CandidateRecord;
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

  /** What is wrong with the decisions given, one sentence each; nothing if all is as it must be. */
  public List<String> check(Decisions given) {
    List<String> failures = new ArrayList<>();
    for (Expectation expectation : expected) {
      long matches = given.decisions().stream().filter(expectation::matches).count();
      if (matches != 1) {
        failures.add(
            (matches == 0 ? "expected, but not given: " : "given more than once: ") + expectation);
      }
    }
    for (Expectation expectation : absent) {
      given.decisions().stream()
          .filter(expectation::matches)
          .forEach(decision -> failures.add("must be absent, but was given: " + decision));
    }
    if (only) {
      given.decisions().stream()
          .filter(decision -> expected.stream().noneMatch(e -> e.matches(decision)))
          .forEach(decision -> failures.add("not expected, but given: " + decision));
    }
    return failures;
  }
}
