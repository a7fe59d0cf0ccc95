package dev.certus.bench.peer;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.decision.Subject;
import dev.certus.fact.Attempt;
import dev.certus.fact.Candidate;
import dev.certus.fact.Certificate;
import dev.certus.fact.Facts;
import dev.certus.fact.Sentence;
import dev.certus.pack.Catalogue;
import dev.certus.record.CandidateRecord;
import dev.certus.record.Outcome;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import dev.certus.time.Present;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plain Java that makes the decisions that certus makes, from the same records: reasons, clauses,
 * rules, evidence and order included. This is the limit of what an engine can reach.
 */
final class HandWrittenDecisions {

  private static final Period WAIT = Period.ofDays(Peer.WAIT);
  private static final Period VALIDITY = Period.ofYears(3);

  private HandWrittenDecisions() {}

  static Decisions decide(CandidateRecord record, Instant asOf, Catalogue catalogue) {
    List<Attempt> attempts = new ArrayList<>();
    List<Certificate> certificates = new ArrayList<>();
    Day today = null;
    for (Object fact : Facts.of(record, new Present(asOf), catalogue)) {
      if (fact instanceof Attempt attempt) {
        attempts.add(attempt);
      } else if (fact instanceof Certificate certificate) {
        certificates.add(certificate);
      } else if (fact instanceof Candidate candidate) {
        today = candidate.today();
      }
    }
    List<Decision> decisions = new ArrayList<>();
    for (Attempt attempt : attempts) {
      result(attempt, decisions);
      if (attempt.outcome() == Outcome.FAIL && isLast(attempt, attempts)) {
        retake(attempt, today, decisions);
      }
    }
    for (Certificate certificate : certificates) {
      validity(certificate, today, decisions);
    }
    return new Decisions(record.candidateId(), asOf, null, decisions);
  }

  private static boolean isLast(Attempt attempt, List<Attempt> all) {
    for (Attempt other : all) {
      if (other.code().equals(attempt.code()) && other.startedAt().isAfter(attempt.startedAt())) {
        return false;
      }
    }
    return true;
  }

  private static void result(Attempt attempt, List<Decision> decisions) {
    boolean passed = attempt.outcome() == Outcome.PASS;
    decisions.add(
        decision(
            passed ? "passed" : "failed",
            Subject.attempt(attempt.id()),
            attempt.day().start(),
            null,
            "RESULT",
            passed ? "an attempt was passed" : "an attempt was failed",
            reason(attempt.code(), passed ? " was passed on " : " was failed on ", attempt.day()),
            attempt.id()));
  }

  private static void retake(Attempt attempt, Day today, List<Decision> decisions) {
    Day free = attempt.day().plus(WAIT);
    boolean over = free.compareTo(today) <= 0;
    decisions.add(
        decision(
            over ? "retake-eligible" : "retake-blocked",
            Subject.exam(attempt.code()),
            over ? free.start() : attempt.day().start(),
            over ? null : free.start(),
            "RETAKE",
            over
                ? "the last attempt was failed, and the wait is over"
                : "the last attempt was failed, and the wait is not over",
            reason(attempt.code(), " was failed on ", attempt.day()),
            attempt.id()));
  }

  private static void validity(Certificate certificate, Day today, List<Decision> decisions) {
    Day end = certificate.day().plus(VALIDITY);
    boolean over = end.compareTo(today) <= 0;
    decisions.add(
        decision(
            over ? "expired" : "active",
            Subject.certification(certificate.code()),
            over ? end.start() : certificate.day().start(),
            over ? null : end.start(),
            "VALIDITY",
            over ? "a certification is not valid any more" : "a certification is valid",
            reason(certificate.code(), " was earned on ", certificate.day()),
            certificate.id()));
  }

  private static String reason(String of, String happened, Day day) {
    return of + happened + Sentence.word(day) + ".";
  }

  private static Decision decision(
      String code,
      Subject subject,
      Moment from,
      Moment until,
      String clause,
      String rule,
      String reason,
      String evidence) {
    return new Decision(
        code,
        subject,
        from,
        until,
        null,
        clause,
        rule,
        reason,
        List.of(evidence),
        List.of(),
        Map.of());
  }
}
