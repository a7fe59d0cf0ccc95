package dev.certus.timeline;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionFields;
import dev.certus.decision.Decisions;
import dev.certus.decision.Subject;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts the decisions of one instant after another together into lanes. */
final class Lanes {

  private final ZoneId home;
  private final SortedMap<Subject, List<DecisionSpan>> lanes = new TreeMap<>();

  /**
   * Lanes without decisions.
   *
   * @param home the zone of moments that no decision names
   */
  Lanes(ZoneId home) {
    this.home = home;
  }

  /** What is decided from an instant on: later than all before. */
  void add(Decisions decisions) {
    Instant at = decisions.asOf();
    List<Decision> begun = new ArrayList<>(decisions.decisions());
    for (List<DecisionSpan> lane : lanes.values()) {
      lane.replaceAll(
          span -> {
            if (span.ends() != null || begun.removeIf(span.decision()::isStill)) {
              return span;
            }
            return span.until(moment(at, span.decision()));
          });
    }
    for (Decision decision : begun) {
      List<DecisionSpan> lane =
          lanes.computeIfAbsent(decision.subject(), subject -> new ArrayList<>());
      lane.add(new DecisionSpan(decision, moment(at, decision), null, changed(lane, decision, at)));
    }
  }

  private static List<String> changed(List<DecisionSpan> lane, Decision decision, Instant at) {
    return lane.stream()
        .filter(span -> span.ends() != null && span.ends().instant().equals(at))
        .map(DecisionSpan::decision)
        .filter(before -> before.compareTo(decision) == 0)
        .findFirst()
        .map(before -> differing(before, decision))
        .orElse(List.of());
  }

  private static List<String> differing(Decision before, Decision after) {
    List<String> details =
        DecisionFields.differing(before.details(), after.details(), Objects::equals);
    return details.isEmpty()
        ? DecisionFields.differing(
            DecisionFields.of(before), DecisionFields.of(after), Objects::equals)
        : details;
  }

  /** An instant in the zone that a decision names it in, or else in the candidate's. */
  private Moment moment(Instant at, Decision decision) {
    return Stream.of(decision.from(), decision.until(), decision.through())
        .filter(moment -> moment != null)
        .filter(moment -> !moment.zone().equals(home))
        .findFirst()
        .map(moment -> new Moment(at, moment.zone()))
        .orElse(new Moment(at, home));
  }

  /** The lanes, in the order of subjects. */
  List<Lane> done() {
    return lanes.entrySet().stream().map(lane -> new Lane(lane.getKey(), lane.getValue())).toList();
  }
}
