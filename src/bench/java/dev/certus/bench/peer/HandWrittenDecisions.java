package dev.certus.bench.peer;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.decision.Subject;
import dev.certus.fact.Sentence;
import dev.certus.record.CandidateRecord;
import dev.certus.time.Day;
import dev.certus.time.Moment;
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

  static Decisions decide(CandidateRecord record, Instant asOf) {
    List<Sat> attempts = Sat.attempts(record, asOf);
    Day today = Sat.today(record, asOf);
    List<Decision> decisions = new ArrayList<>();
    for (Sat attempt : attempts) {
      result(attempt, decisions);
      if (!attempt.passed() && isLast(attempt, attempts)) {
        retake(attempt, today, decisions);
      }
    }
    for (Sat certificate : Sat.certifications(record, asOf)) {
      validity(certificate, today, decisions);
    }
    return new Decisions(record.candidateId(), asOf, null, decisions);
  }

  private static boolean isLast(Sat attempt, List<Sat> all) {
    for (Sat other : all) {
      if (other.code().equals(attempt.code()) && other.startedAt().isAfter(attempt.startedAt())) {
        return false;
      }
    }
    return true;
  }

  private static void result(Sat attempt, List<Decision> decisions) {
    boolean passed = attempt.passed();
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

  private static void retake(Sat attempt, Day today, List<Decision> decisions) {
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

  private static void validity(Sat certificate, Day today, List<Decision> decisions) {
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
