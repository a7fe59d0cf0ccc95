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

/**
 * Finds the first instant at which decisions differ, if no new fact comes: decides again at each
 * instant at which a comparison with the present comes out otherwise, until they do.
 */
final class NextChange {

  private final Function<Present, List<Decision>> again;
  private final Function<List<Decision>, NavigableSet<Instant>> moments;

  /**
   * The next changes of a record's decisions.
   *
   * @param again decides the record in another present
   * @param moments where to look as well, once a rule has compared the present on its own
   */
  NextChange(
      Function<Present, List<Decision>> again,
      Function<List<Decision>, NavigableSet<Instant>> moments) {
    this.again = again;
    this.moments = moments;
  }

  /**
   * Decisions of a present.
   *
   * @param decisions the decisions; null where there are none
   */
  record State(Present present, List<Decision> decisions) {}

  /**
   * The first later state whose decisions differ in more than their reasons; null where there is
   * none.
   *
   * @throws TooLongException where it takes too long to decide again
   */
  State after(State state) {
    Places places = new Places(state.decisions());
    Instant next = turn(state, places);
    while (next != null) {
      State then = state(new Present(next));
      if (then.decisions() == null || !Decision.areStill(state.decisions(), then.decisions())) {
        return then;
      }
      next = turn(then, places);
    }
    return null;
  }

  private State state(Present then) {
    try {
      return new State(then, again.apply(then));
    } catch (TooLongException e) {
      throw e;
    } catch (DecisionException e) {
      return new State(then, null);
    }
  }

  private static Instant turn(State state, Places places) {
    Present present = state.present();
    state.decisions().forEach(NextChange::noteSteps);
    Instant turn = present.turn();
    if (present.isFollowed()) {
      return turn;
    }
    Instant moment = places.higher(present.instant());
    if (moment == null) {
      return turn;
    }
    return turn == null || moment.isBefore(turn) ? moment : turn;
  }

  /** Where to look as well: the same as long as decisions are. */
  private final class Places {

    private final List<Decision> decisions;
    private NavigableSet<Instant> instants; // null until a rule has compared on its own

    Places(List<Decision> decisions) {
      this.decisions = decisions;
    }

    Instant higher(Instant instant) {
      if (instants == null) {
        instants = moments.apply(decisions);
      }
      return instants.higher(instant);
    }
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
}
