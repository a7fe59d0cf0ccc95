package dev.certus.engine;

import dev.certus.decision.CodePoints;
import dev.certus.rulebook.Overdue;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Why a candidate has no decisions, in the same words whoever runs the rules. */
final class Faults {

  /**
   * Matches that each fact may cause in a phase before the rules are taken to run away. Rules that
   * compare each fact with each other one need fewer, for they keep only what matches.
   */
  private static final int MATCHES_PER_FACT = 100;

  /** Matches that few facts may cause in a phase, however few they are. */
  private static final int LEAST_LIMIT = 10_000;

  private final int seconds;
  private final EvidenceFinder evidence = new EvidenceFinder();

  /**
   * The faults of a worker.
   *
   * @param seconds how long it may work on a candidate
   */
  Faults(int seconds) {
    this.seconds = seconds;
  }

  /** How many matches a phase may have. */
  static int limit(int facts) {
    return Math.max(LEAST_LIMIT, MATCHES_PER_FACT * facts);
  }

  /** The rules of a phase fire without end, it seems. */
  DecisionException endless(String phase, int fired, Ledger ledger) {
    String rule = name(ledger);
    return new DecisionException(
        rule,
        facts(ledger),
        "the rules of phase `%s` fired %,d times and did not end; last fired: rule `%s`"
            .formatted(phase, fired, rule),
        null);
  }

  /** The rules of a phase match too often. */
  static DecisionException tooMany(String phase, int limit, String rule) {
    return new DecisionException(
        rule,
        List.of(),
        "the rules of phase `%s` match more than %,d times; last: rule `%s`"
            .formatted(phase, limit, rule),
        null);
  }

  /**
   * A condition or consequence threw.
   *
   * @param rule the rule's name, or null where it is that which fired last
   */
  DecisionException failed(String rule, Ledger ledger, Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof DecisionException known) {
      return known;
    }
    String name = rule == null ? name(ledger) : rule;
    if (cause instanceof Overdue.Stop) {
      return new TooLongException(name, seconds, thrown);
    }
    boolean fired = name != null && name.equals(name(ledger));
    return new DecisionException(
        name,
        fired ? facts(ledger) : List.of(),
        "rule `%s` failed: %s".formatted(name, cause),
        thrown);
  }

  private static String name(Ledger ledger) {
    return ledger.lastRule() == null ? null : ledger.lastRule().name();
  }

  /** The record's facts that the rule matched that fired last. */
  private List<String> facts(Ledger ledger) {
    SortedSet<String> ids = new TreeSet<>(CodePoints::compare);
    evidence.addIds(ledger.lastGrounds(), ids);
    return List.copyOf(ids);
  }
}
