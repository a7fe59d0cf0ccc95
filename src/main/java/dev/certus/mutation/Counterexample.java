package dev.certus.mutation;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionDiff;
import dev.certus.record.CandidateRecord;
import dev.certus.scenario.ScenarioText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A record on which a pack and its mutant decide differently.
 *
 * @param record the record
 * @param asOf the instant decided for
 * @param expected the decisions of the pack
 * @param mutated the decisions of the mutant; none where one of its rules fails
 */
public record Counterexample(
    CandidateRecord record, Instant asOf, List<Decision> expected, List<Decision> mutated) {

  private static final Set<String> QUESTION = Set.of("code", "subject", "clause");
  private static final Set<String> INTERVAL = Set.of("code", "subject", "from", "until", "through");

  /** The scenario that notices the mutant: it expects the decisions of the pack that differ. */
  public String scenario(Mutant mutant) {
    DecisionDiff diff = DecisionDiff.between(expected, mutated);
    SortedMap<Decision, Collection<String>> expect = new TreeMap<>();
    diff.removed().forEach(decision -> expect.put(decision, INTERVAL));
    diff.changed().forEach(change -> expect.put(change.before(), significant(change)));
    List<Map<String, Object>> expectations = new ArrayList<>();
    expect.forEach((decision, names) -> expectations.add(ScenarioText.fields(decision, names)));
    List<Map<String, Object>> absent =
        diff.added().stream().map(decision -> ScenarioText.fields(decision, QUESTION)).toList();
    String change = mutant.change();
    String name = change.contains(mutant.in()) ? change : mutant.in() + ": " + change;
    return ScenarioText.of(name, asOf, record, expectations, absent);
  }

  /** The names of the fields that distinguish a decision of the pack from the mutant's. */
  private static Collection<String> significant(DecisionDiff.Change change) {
    List<String> names = new ArrayList<>(QUESTION);
    names.addAll(change.fields());
    return names;
  }
}
