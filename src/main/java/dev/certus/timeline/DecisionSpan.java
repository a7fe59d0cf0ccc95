package dev.certus.timeline;

import dev.certus.decision.Decision;
import dev.certus.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A decision, and how long it is given.
 *
 * @param decision the decision, as it is first given
 * @param begins the first moment at which it is given
 * @param ends the first moment at which it is no longer given; null where time alone does not end
 *     it
 * @param changed where it takes the place of another of its code and clause, the names of the
 *     details or fields in which they differ; else none
 */
public record DecisionSpan(Decision decision, Moment begins, Moment ends, List<String> changed) {

  /** Keeps an unmodifiable copy of the list. */
  public DecisionSpan {
    changed = List.copyOf(changed);
  }

  /** The same, ended. */
  DecisionSpan until(Moment end) {
    return new DecisionSpan(decision, begins, end, changed);
  }

  /** Whether it is given at an instant. */
  public boolean holdsAt(Instant instant) {
    return !begins.instant().isAfter(instant) && (ends == null || ends.instant().isAfter(instant));
  }

  /** The moments at which spans of lanes begin or end, in their order, each once. */
  static List<Moment> moments(Collection<Lane> lanes) {
    TreeSet<Moment> moments = new TreeSet<>();
    for (Lane lane : lanes) {
      for (DecisionSpan span : lane.spans()) {
        moments.add(span.begins());
        if (span.ends() != null) {
          moments.add(span.ends());
        }
      }
    }
    return new ArrayList<>(moments);
  }
}
