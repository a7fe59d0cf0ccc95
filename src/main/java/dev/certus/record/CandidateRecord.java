package dev.certus.record;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Everything known about one candidate.
 *
 * @param candidateId the candidate's id
 * @param zone the candidate's home zone, or null for UTC
 * @param attempts exam attempts, in any order
 * @param appointments exam appointments, in any order
 * @param certifications certifications earned, in any order
 * @param vouchers discount vouchers, in any order
 */
public record CandidateRecord(
    String candidateId,
    ZoneId zone,
    List<AttemptRecord> attempts,
    List<AppointmentRecord> appointments,
    List<CertificationRecord> certifications,
    List<VoucherRecord> vouchers) {

  /** Keeps unmodifiable copies of the lists. */
  public CandidateRecord {
    attempts = List.copyOf(attempts);
    appointments = List.copyOf(appointments);
    certifications = List.copyOf(certifications);
    vouchers = List.copyOf(vouchers);
  }

  /** The candidate's home zone, which is UTC where the record names none. */
  public ZoneId home() {
    return zone == null ? ZoneOffset.UTC : zone;
  }
}
