package dev.certus.mutation;

import dev.certus.decision.Decision;
import dev.certus.record.CandidateRecord;
import dev.certus.scenario.Expectation;
import dev.certus.scenario.ScenarioText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A record on which a pack and its mutant decide differently.
 *
 * @param record the record
 * @param asOf the instant decided for
 * @param expected what the pack decides
 * @param mutated what the mutant decides; nothing where a rule of it fails
 */
public record Counterexample(
    CandidateRecord record, Instant asOf, List<Decision> expected, List<Decision> mutated) {

  private static final Set<String> IDENTIFYING = Set.of("code", "subject");
  private static final Set<String> INTERVAL = Set.of("code", "subject", "from", "until", "through");

  /** The scenario that notices the mutant: it expects what the pack decides, where they differ. */
  public String scenario(Mutant mutant) {
    List<Map<String, Object>> expect = new ArrayList<>();
    List<Map<String, Object>> absent = new ArrayList<>();
    for (Decision decision : expected) {
      if (!mutated.contains(decision)) {
        expect.add(ScenarioText.fields(decision, telling(decision)));
      }
    }
    for (Decision decision : mutated) {
      if (expected.stream().noneMatch(other -> sameQuestion(decision, other))) {
        absent.add(ScenarioText.fields(decision, Set.of("code", "subject", "clause")));
      }
    }
    String change = mutant.change();
    String name = change.contains(mutant.in()) ? change : mutant.in() + ": " + change;
    return ScenarioText.of(name, asOf, record, expect, absent);
  }

  /** The names of the fields that tell a decision of the pack from those of the mutant. */
  private Set<String> telling(Decision decision) {
    Set<String> names = new LinkedHashSet<>(IDENTIFYING);
    mutated.stream()
        .filter(other -> sameQuestion(decision, other))
        .findFirst()
        .ifPresentOrElse(
            other -> names.addAll(differing(decision, other)), () -> names.addAll(INTERVAL));
    return names;
  }

  private static Set<String> differing(Decision one, Decision other) {
    Map<String, Object> others = Expectation.given(other);
    Set<String> names = new LinkedHashSet<>(Expectation.given(one).keySet());
    names.removeIf(name -> Objects.equals(Expectation.given(one).get(name), others.get(name)));
    names.addAll(Set.of("clause"));
    return names;
  }

  private static boolean sameQuestion(Decision one, Decision other) {
    return one.compareTo(other) == 0;
  }
}
