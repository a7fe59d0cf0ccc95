package dev.certus.record;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A certification that the candidate earned, as the certifying body's own books have it.
 *
 * @param id the fact's id, unique among the candidate's certifications
 * @param certification the certification's short code
 * @param earnedOn the local date it was earned on
 * @param zone the zone of that date, or null for the candidate's
 */
public record CertificationRecord(
    String id, String certification, LocalDate earnedOn, ZoneId zone) {}
