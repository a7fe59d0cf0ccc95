package dev.certus.engine;

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

  int limit() {
    return limit;
  }

  /** The rules of a phase begin. */
  void begin(String next) {
    phase = next;
    found = 0;
  }

  @Override
  public void matchCreated(MatchCreatedEvent event) {
    if (++found > limit) {
      throw Faults.tooMany(phase, limit, event.getMatch().getRule().getName());
    }
  }
}
