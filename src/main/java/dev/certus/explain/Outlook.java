package dev.certus.explain;

import dev.certus.decision.Subject;
import dev.certus.engine.DecisionException;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at what will be decided of a record while nothing but time passes, by deciding it again at
 * each moment at which anything can change.
 */
final class Outlook {

  /** How often a record is decided again at most. */
  private static final int TRIES = 5_000;

  private final RuleBook book;
  private final CandidateRecord record;
  private final Instant asOf;

  Outlook(RuleBook book, CandidateRecord record, Instant asOf) {
    this.book = book;
    this.record = record;
    this.asOf = asOf;
  }

  /** The refusals with the earliest time at which each is one no more. */
  List<Refusal> complete(List<Refusal> refusals) {
    List<Refusal> open = new ArrayList<>(refusals);
    List<Refusal> complete = new ArrayList<>(refusals);
    Moments moments = new Moments(book.pack(), record);
    ZoneId zone = record.zone() == null ? ZoneOffset.UTC : record.zone();
    try (SessionEngine engine = new SessionEngine(book)) {
      Moment at = new Moment(asOf, zone);
      for (int i = 0; at != null && !open.isEmpty() && i < TRIES; i++) {
        Trace now = engine.trace(record, at.instant());
        moments.add(now);
        settle(open, complete, now, at, false);
        settle(open, complete, engine.trace(record, at.instant().plusNanos(1)), at, true);
        at = moments.after(at);
      }
    } catch (DecisionException e) {
      // what a rule cannot decide at a later time is not known
    }
    return complete;
  }

  private static void settle(
      List<Refusal> open, List<Refusal> complete, Trace trace, Moment at, boolean after) {
    for (Refusal refusal : List.copyOf(open)) {
      boolean given =
          trace.decisions().decisions().stream()
              .anyMatch(d -> d.code().equals(refusal.code()) && is(refusal, d.subject()));
      if (given) {
        open.remove(refusal);
        complete.replaceAll(r -> r.equals(refusal) ? r.from(at, after) : r);
      }
    }
  }

  private static boolean is(Refusal refusal, Subject subject) {
    return refusal.subject() == null || refusal.subject().equals(subject);
  }
}
