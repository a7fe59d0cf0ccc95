package dev.certus.bench.peer;

import dev.certus.fact.Attempt;
import dev.certus.fact.Candidate;
import dev.certus.fact.Certificate;
import dev.certus.fact.Facts;
import dev.certus.pack.Catalogue;
import dev.certus.population.Population;
import dev.certus.record.AttemptRecord;
import dev.certus.record.CandidateRecord;
import dev.certus.record.CertificationRecord;
import dev.certus.record.Outcome;
import dev.certus.time.Present;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random candidates in the form that the policy for all peers needs. */
final class People {

  private static final int PASSING = 700;

  private People() {}

  /** A candidate of a population, whose attempts have outcomes, and one of each certification. */
  static CandidateRecord simplified(Population population, long number, Instant asOf) {
    CandidateRecord record = population.candidate(number);
    List<AttemptRecord> attempts =
        record.attempts().stream()
            .filter(one -> !one.startedAt().isAfter(asOf))
            .filter(one -> one.outcome() != null || one.score() != null)
            .map(People::simplified)
            .filter(one -> one.outcome() == Outcome.PASS || one.outcome() == Outcome.FAIL)
            .toList();
    Map<String, CertificationRecord> latest = new LinkedHashMap<>();
    record.certifications().stream()
        .sorted(Comparator.comparing(CertificationRecord::earnedOn))
        .forEach(one -> latest.put(one.certification(), one));
    return new CandidateRecord(
        record.candidateId(),
        record.zone(),
        attempts,
        List.of(),
        List.copyOf(latest.values()),
        List.of());
  }

  private static AttemptRecord simplified(AttemptRecord one) {
    Outcome outcome =
        one.outcome() != null
            ? one.outcome()
            : one.score() >= PASSING ? Outcome.PASS : Outcome.FAIL;
    return new AttemptRecord(
        one.id(), one.exam(), one.startedAt(), one.zone(), null, outcome, null, null, null);
  }

  /** The same candidate for the other engines. */
  static Person person(CandidateRecord record, Instant asOf, Catalogue catalogue) {
    List<Person.Sat> sat = new ArrayList<>();
    List<Person.Earned> earned = new ArrayList<>();
    LocalDate today = null;
    for (Object fact : Facts.of(record, new Present(asOf), catalogue)) {
      if (fact instanceof Attempt attempt) {
        sat.add(
            new Person.Sat(
                attempt.id(),
                attempt.code(),
                attempt.outcome() == Outcome.PASS,
                attempt.day().date(),
                attempt.startedAt().instant(),
                false));
      } else if (fact instanceof Certificate certificate) {
        earned.add(
            new Person.Earned(certificate.id(), certificate.code(), certificate.day().date()));
      } else if (fact instanceof Candidate candidate) {
        today = candidate.today().date();
      }
    }
    return new Person(record.candidateId(), today, sat, earned);
  }
}
