package dev.certus.impact;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionDiff;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import dev.certus.explain.CandidateReport;
import dev.certus.explain.Explainer;
import dev.certus.explain.Explanation;
import dev.certus.explain.ReportFormat;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.ScenarioText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A transition, shown on its witness.
 *
 * @param transition the transition
 * @param scenario the witness as a scenario that expects what the new pack decides
 * @param before the old decision's explanation; empty where there is none
 * @param after the new decision's explanation; empty where there is none
 * @param oldReason the old decision's reason, or what differs where the reasons are the same; empty
 *     where there is none
 * @param newReason the same of the new decision
 */
public record Example(
    Transition transition,
    String scenario,
    String before,
    String after,
    String oldReason,
    String newReason) {

  private static final List<String> QUESTION = List.of("code", "subject", "clause");

  /** The examples of what differs, in the order of the transitions. */
  public static List<Example> of(Impact impact, RuleBook before, RuleBook after) {
    List<Example> examples = new ArrayList<>();
    try (SessionEngine old = new SessionEngine(before);
        SessionEngine now = new SessionEngine(after)) {
      for (Transition transition : impact.transitions()) {
        CandidateRecord witness = transition.witness();
        Side one = new Side(before, old.trace(witness, impact.asOf()));
        Side other = new Side(after, now.trace(witness, impact.asOf()));
        Difference difference = shown(transition, one, other);
        examples.add(
            new Example(
                transition,
                scenario(transition, impact.asOf(), one, other),
                one.explained(difference.before()),
                other.explained(difference.after()),
                reason(difference, difference.before(), 0),
                reason(difference, difference.after(), 1)));
      }
    }
    return examples;
  }

  private static String reason(Difference difference, Decision decision, int side) {
    if (decision == null) {
      return "";
    }
    boolean isSame =
        !difference.fields().isEmpty()
            && difference.before().reason().equals(difference.after().reason());
    return isSame
        ? difference.fields().stream()
            .map(field -> "%s: %s".formatted(field, difference.values(field).get(side)))
            .collect(Collectors.joining("; "))
        : decision.reason();
  }

  private static Difference shown(Transition transition, Side one, Side other) {
    return Difference.between(one.decisions(), other.decisions()).stream()
        .filter(
            difference ->
                Transition.Kind.of(difference, transition.kind().cause()).equals(transition.kind()))
        .findFirst()
        .orElseThrow();
  }

  private static String scenario(Transition transition, Instant asOf, Side one, Side other) {
    DecisionDiff diff = DecisionDiff.between(one.decisions(), other.decisions());
    SortedMap<Decision, Collection<String>> expect = new TreeMap<>();
    diff.added().forEach(decision -> expect.put(decision, QUESTION));
    diff.changed().forEach(change -> expect.put(change.after(), significant(change)));
    List<Map<String, Object>> expected = new ArrayList<>();
    expect.forEach((decision, names) -> expected.add(ScenarioText.fields(decision, names)));
    List<Map<String, Object>> absent =
        diff.removed().stream().map(gone -> ScenarioText.fields(gone, QUESTION)).toList();
    return ScenarioText.of(transition.kind().words(), asOf, transition.witness(), expected, absent);
  }

  private static Collection<String> significant(DecisionDiff.Change change) {
    List<String> names = new ArrayList<>(QUESTION);
    change.fields().stream().filter(name -> !name.equals("reason")).forEach(names::add);
    return names;
  }

  /** What one pack decides of a witness. */
  private record Side(RuleBook book, Trace trace) {

    List<Decision> decisions() {
      return trace.decisions().decisions();
    }

    String explained(Decision decision) {
      if (decision == null) {
        return "";
      }
      Explanation explanation = new Explainer(book, trace).of(decision);
      return ReportFormat.HUMAN
          .writer()
          .text(
              new CandidateReport(
                  trace.decisions().candidateId(),
                  trace.decisions().asOf(),
                  List.of(explanation),
                  List.of()));
    }
  }
}
