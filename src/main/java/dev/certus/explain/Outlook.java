package dev.certus.explain;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.engine.DecisionException;
import dev.certus.engine.Engine;
import dev.certus.engine.SessionEngine;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Looks at what will be decided of a record while nothing but time passes. */
final class Outlook {

  /** How often a record is decided again at most: what changes each day never ends. */
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
    try (Engine engine = new SessionEngine(book)) {
      Instant at = asOf;
      for (int i = 0; at != null && !open.isEmpty() && i < TRIES; i++) {
        Decisions then = engine.decideAhead(record, at);
        settle(open, complete, then);
        at = then.nextChangeAt();
      }
    } catch (DecisionException e) {
      // what a rule cannot decide at a later time is not known
    }
    return complete;
  }

  private void settle(List<Refusal> open, List<Refusal> complete, Decisions then) {
    for (Refusal refusal : List.copyOf(open)) {
      then.decisions().stream()
          .filter(decision -> isOf(refusal, decision))
          .findFirst()
          .ifPresent(
              decision -> {
                open.remove(refusal);
                complete.replaceAll(r -> r.equals(refusal) ? from(r, then.asOf(), decision) : r);
              });
    }
  }

  private static boolean isOf(Refusal refusal, Decision decision) {
    return decision.code().equals(refusal.code())
        && (refusal.subject() == null || refusal.subject().equals(decision.subject()));
  }

  private Refusal from(Refusal refusal, Instant at, Decision decision) {
    // What holds through an instant ends right after it.
    boolean after = at.minusNanos(1).equals(at.truncatedTo(ChronoUnit.MICROS));
    Instant shown = after ? at.minusNanos(1) : at;
    boolean says = decision.from() != null && decision.from().instant().equals(shown);
    return refusal.from(says ? decision.from() : new Moment(shown, record.home()), after);
  }
}
