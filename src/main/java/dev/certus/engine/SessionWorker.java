package dev.certus.engine;

import dev.certus.decision.CodePoints;
import dev.certus.decision.Decision;
import dev.certus.pack.Terms;
import dev.certus.rulebook.Overdue;
import dev.certus.rulebook.RuleBook;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.runtime.KieSession;

/** Runs the rules on the facts of one candidate after another. Used by one thread at a time. */
final class SessionWorker implements AutoCloseable {

  /**
   * Matches that each fact may cause in a phase before the rules are taken to run away. Rules that
   * compare each fact with each other one need fewer, for they keep only what matches.
   */
  private static final int MATCHES_PER_FACT = 100;

  /** Matches that few facts may cause in a phase, however few they are. */
  private static final int LEAST_LIMIT = 10_000;

  /** Up to so many facts, matches are counted only as they fire: they fit into any memory. */
  private static final int FEW = 100;

  private static final Pattern NAMED = Pattern.compile("Rule \"([^\"]+)\"");

  private final RuleBook book;
  private final SessionSource sessions;
  private final Summary summary;
  private final Firings firings;
  private final int seconds;
  private final Stopwatch stopwatch;
  private final EvidenceFinder evidence = new EvidenceFinder();

  SessionWorker(RuleBook book, SessionSource sessions, Firings firings, int seconds) {
    this.book = book;
    this.sessions = sessions;
    this.firings = firings;
    this.seconds = seconds;
    this.stopwatch = new Stopwatch(seconds);
    this.summary = new Summary(book.pack());
  }

  /**
   * The decisions that follow from the facts of one candidate, in whatever order they come.
   *
   * @param tracer records what happens, or is null
   */
  List<Decision> decide(List<Object> facts, Tracer tracer) {
    Ledger ledger = new Ledger(book, firings, tracer);
    Terms terms = book.pack().terms();
    KieSession session = sessions.open();
    session.setGlobal("terms", tracer == null ? terms : tracer.watch(terms));
    session.setGlobal("decisions", ledger);
    session.addEventListener(ledger);
    int limit = Math.max(LEAST_LIMIT, MATCHES_PER_FACT * facts.size());
    MatchLimit matches = new MatchLimit(limit);
    if (facts.size() > FEW) {
      session.addEventListener(matches);
    }
    stopwatch.begin();
    try {
      facts.forEach(session::insert); // conditions on single facts are tried here already
      for (String phase : book.pack().phases()) {
        matches.begin(phase);
        fire(session, phase, ledger, limit);
      }
    } catch (DecisionException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw failure(ledger, e);
    } finally {
      stopwatch.end();
    }
    session.dispose();
    return summary.of(ledger.findings());
  }

  private void fire(KieSession session, String phase, Ledger ledger, int limit) {
    session.getAgenda().getAgendaGroup(phase).setFocus();
    int fired = session.fireAllRules(ledger, limit);
    if (fired >= limit) {
      throw new DecisionException(
          ledger.lastRule(),
          facts(ledger),
          "the rules of phase `%s` fired %,d times and did not end; last fired: rule `%s`"
              .formatted(phase, fired, ledger.lastRule()),
          null);
    }
  }

  /** Drools names the rule where a condition failed; otherwise the one that fired last did. */
  private DecisionException failure(Ledger ledger, Throwable thrown) {
    String rule = ledger.lastRule();
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      Matcher named = NAMED.matcher(String.valueOf(cause.getMessage()));
      rule = named.find() ? named.group(1) : rule;
      cause = cause.getCause();
    }
    if (cause instanceof DecisionException known) {
      return known;
    }
    if (cause instanceof Overdue.Stop) {
      return new TooLongException(rule, seconds, thrown);
    }
    boolean fired = rule != null && rule.equals(ledger.lastRule());
    return new DecisionException(
        rule,
        fired ? facts(ledger) : List.of(),
        "rule `%s` failed: %s".formatted(rule, cause),
        thrown);
  }

  /** The record's facts that the rule matched that fired last. */
  private List<String> facts(Ledger ledger) {
    SortedSet<String> ids = new TreeSet<>(CodePoints::compare);
    evidence.addIds(ledger.lastGrounds(), ids);
    return List.copyOf(ids);
  }

  @Override
  public void close() {
    stopwatch.close();
    sessions.close();
  }
}
