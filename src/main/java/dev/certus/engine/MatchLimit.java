package dev.certus.engine;

import java.util.List;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;

/**
 * Counts the matches that rules find in a phase, before they fire, and stops the work where they
 * are too many. Without it they would take all memory first, on some machines and not on others.
 */
final class MatchLimit extends DefaultAgendaEventListener {

  private final int limit;
  private String phase;
  private int found;

  /** A limit of matches a phase. */
  MatchLimit(int limit) {
    this.limit = limit;
  }

  /** The rules of a phase begin. */
  void begin(String next) {
    phase = next;
    found = 0;
  }

  @Override
  public void matchCreated(MatchCreatedEvent event) {
    if (++found > limit) {
      String rule = event.getMatch().getRule().getName();
      throw new DecisionException(
          rule,
          List.of(),
          "the rules of phase `%s` match more than %,d times; last: rule `%s`"
              .formatted(phase, limit, rule),
          null);
    }
  }
}
