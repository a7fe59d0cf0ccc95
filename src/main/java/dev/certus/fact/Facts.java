package dev.certus.fact;

import dev.certus.decision.CodePoints;
import dev.certus.pack.Catalogue;
import dev.certus.record.AppointmentRecord;
import dev.certus.record.AttemptRecord;
import dev.certus.record.CandidateRecord;
import dev.certus.record.CertificationRecord;
import dev.certus.record.Outcome;
import dev.certus.record.VoucherRecord;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import dev.certus.time.Present;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Turns a record into the facts that rules see as of an instant.
 *
 * <p>What lies after that instant has not happened and is left out: attempts that begin later, and
 * certifications earned on a later date in their zone. A result posted later is pending. A fact
 * without a zone has the candidate's, and a candidate without one has UTC.
 */
public final class Facts {

  private final Catalogue catalogue;
  private final Present present;
  private final ZoneId home;
  private final List<Object> facts = new ArrayList<>();
  private int rank;

  private Facts(Catalogue catalogue, Present present, ZoneId home) {
    this.catalogue = catalogue;
    this.present = present;
    this.home = home;
  }

  /** The facts of {@code record} as of the present: the {@link Candidate}, and the record's own. */
  public static List<Object> of(CandidateRecord record, Present present, Catalogue catalogue) {
    ZoneId home = record.home();
    Facts facts = new Facts(catalogue, present, home);
    facts.addCandidate(record.candidateId());
    byId(record.attempts(), AttemptRecord::id).forEach(facts::add);
    byId(record.appointments(), AppointmentRecord::id).forEach(facts::add);
    byId(record.certifications(), CertificationRecord::id).forEach(facts::add);
    byId(record.vouchers(), VoucherRecord::id).forEach(facts::add);
    return facts.facts;
  }

  private static <T> List<T> byId(List<T> records, Function<T, String> id) {
    for (int i = 1; i < records.size(); i++) {
      if (CodePoints.compare(id.apply(records.get(i - 1)), id.apply(records.get(i))) > 0) {
        List<T> sorted = new ArrayList<>(records);
        sorted.sort((a, b) -> CodePoints.compare(id.apply(a), id.apply(b)));
        return sorted;
      }
    }
    return records; // most often they are in order
  }

  private void addCandidate(String id) {
    Moment now = present.in(home);
    facts.add(new Candidate(id, now, now.day()));
  }

  private void add(AttemptRecord attempt) {
    if (!present.hasReached(attempt.startedAt())) {
      return;
    }
    ZoneId zone = zone(attempt.zone());
    Moment startedAt = new Moment(attempt.startedAt(), zone);
    Instant posted = attempt.resultPostedAt();
    boolean pending = posted != null && !present.hasReached(posted);
    facts.add(
        new Attempt(
            attempt.id(),
            rank++,
            attempt.exam(),
            catalogue.exam(attempt.exam()),
            startedAt,
            startedAt.day(),
            attempt.score(),
            pending ? Outcome.PENDING : attempt.outcome(),
            posted == null ? null : new Moment(posted, zone),
            attempt.language(),
            attempt.delivery()));
  }

  private void add(AppointmentRecord appointment) {
    Moment startsAt = new Moment(appointment.startsAt(), zone(appointment.zone()));
    facts.add(
        new Appointment(
            appointment.id(),
            rank++,
            appointment.exam(),
            catalogue.exam(appointment.exam()),
            startsAt,
            startsAt.day(),
            present,
            appointment.status(),
            appointment.reschedules(),
            appointment.exception(),
            appointment.language(),
            appointment.delivery()));
  }

  private void add(CertificationRecord earned) {
    Day day = new Day(earned.earnedOn(), zone(earned.zone()));
    if (present.in(day.zone()).day().isBefore(day)) {
      return;
    }
    facts.add(
        new Certificate(
            earned.id(),
            rank++,
            earned.certification(),
            catalogue.certification(earned.certification()),
            day));
  }

  private void add(VoucherRecord voucher) {
    facts.add(
        new Voucher(
            voucher.id(), rank++, voucher.percent(), voucher.expiresOn(), voucher.redeemed()));
  }

  private ZoneId zone(ZoneId own) {
    return own == null ? home : own;
  }
}
