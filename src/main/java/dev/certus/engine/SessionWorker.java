package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.pack.Terms;
import dev.certus.rulebook.RuleBook;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.runtime.KieSession;

/** Runs the rules in sessions of Drools. */
final class SessionWorker extends Worker {

  /** Up to so many facts, matches are counted only as they fire: they fit into any memory. */
  private static final int FEW = 100;

  private static final Pattern NAMED = Pattern.compile("Rule \"([^\"]+)\"");

  private final RuleBook book;
  private final SessionSource sessions;
  private final Summary summary;
  private final Firings.Counter firings;

  SessionWorker(RuleBook book, SessionSource sessions, Firings firings, int seconds) {
    super(seconds);
    this.book = book;
    this.sessions = sessions;
    this.firings = firings.counter();
    this.summary = new Summary(book.pack());
  }

  @Override
  List<Decision> decide(List<Object> facts) {
    return decide(facts, null);
  }

  /**
   * The same, observed.
   *
   * @param tracer records what happens, or is null
   */
  List<Decision> decide(List<Object> facts, Tracer tracer) {
    Ledger ledger = new Ledger();
    try {
      return decide(facts, tracer, ledger);
    } finally {
      firings.count(ledger.fired());
    }
  }

  @Override
  List<Decision> decideUncounted(List<Object> facts) {
    return decide(facts, null, new Ledger());
  }

  private List<Decision> decide(List<Object> facts, Tracer tracer, Ledger ledger) {
    SessionListener listener = new SessionListener(book.rules(), ledger, tracer);
    Terms terms = book.pack().terms();
    KieSession session = sessions.open();
    session.setGlobal("terms", tracer == null ? terms : tracer.watch(terms));
    session.setGlobal("decisions", listener);
    session.addEventListener(listener);
    MatchLimit matches = new MatchLimit(Faults.limit(facts.size()));
    if (facts.size() > FEW) {
      session.addEventListener(matches);
    }
    run(ledger, () -> fire(session, facts, listener, matches));
    session.dispose();
    return summary.of(ledger.findings());
  }

  private void fire(
      KieSession session, List<Object> facts, SessionListener listener, MatchLimit matches) {
    facts.forEach(session::insert); // conditions on single facts are tried here already
    for (String phase : book.pack().phases()) {
      matches.begin(phase);
      session.getAgenda().getAgendaGroup(phase).setFocus();
      int fired = session.fireAllRules(listener, matches.limit());
      if (fired >= matches.limit()) {
        throw faults().endless(phase, fired, listener.ledger());
      }
    }
  }

  /** Drools names the rule where a condition failed; null where it does not. */
  @Override
  String named(Throwable thrown) {
    String rule = null;
    for (Throwable cause = thrown; cause.getCause() != null; cause = cause.getCause()) {
      Matcher named = NAMED.matcher(String.valueOf(cause.getMessage()));
      rule = named.find() ? named.group(1) : rule;
    }
    return rule;
  }

  @Override
  public void close() {
    super.close();
    sessions.close();
  }
}
