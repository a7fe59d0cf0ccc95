package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import dev.certus.time.Present;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds the first instant at which decisions differ, if no new fact comes: decides again at each
 * instant at which a comparison with the present comes out otherwise, until they do.
 */
final class NextChange {

  private final List<Decision> decisions;
  private final Function<Present, List<Decision>> again;
  private final Supplier<NavigableSet<Instant>> moments;

  /**
   * The next change of decisions.
   *
   * @param again decides the same record in another present
   * @param moments where to look as well, once a rule has compared the present on its own
   */
  NextChange(
      List<Decision> decisions,
      Function<Present, List<Decision>> again,
      Supplier<NavigableSet<Instant>> moments) {
    this.decisions = decisions;
    this.again = again;
    this.moments = moments;
  }

  /**
   * The first instant after a present at which they differ in more than their reasons; null where
   * there is none.
   *
   * @param present the present in which they were decided
   * @throws TooLongException where it takes too long to decide again
   */
  Instant after(Present present) {
    Instant next = turn(present, decisions);
    while (next != null) {
      Present then = new Present(next);
      List<Decision> others = decisions(then);
      if (others == null || !isSame(decisions, others)) {
        return next;
      }
      next = turn(then, others);
    }
    return null;
  }

  /** The decisions in another present; null where there are none. */
  private List<Decision> decisions(Present then) {
    try {
      return again.apply(then);
    } catch (TooLongException e) {
      throw e;
    } catch (DecisionException e) {
      return null;
    }
  }

  private Instant turn(Present present, List<Decision> given) {
    given.forEach(NextChange::noteSteps);
    Instant turn = present.turn();
    if (present.isFollowed()) {
      return turn;
    }
    Instant moment = moments.get().higher(present.instant());
    if (moment == null) {
      return turn;
    }
    return turn == null || moment.isBefore(turn) ? moment : turn;
  }

  private static void noteSteps(Decision decision) {
    noteSteps(decision.from());
    noteSteps(decision.until());
    noteSteps(decision.through());
    noteSteps(decision.details());
  }

  private static void noteSteps(Object value) {
    if (value instanceof Moment moment) {
      moment.noteStep();
    } else if (value instanceof Day day) {
      day.noteStep();
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(NextChange::noteSteps);
    } else if (value instanceof Collection<?> values) {
      values.forEach(NextChange::noteSteps);
    }
  }

  private static boolean isSame(List<Decision> some, List<Decision> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).isStill(others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
