package dev.certus.record;

import java.time.Instant;
import java.time.ZoneId;

/**
 * One sitting of an exam.
 *
 * @param id the attempt's id, unique among the candidate's attempts
 * @param exam the exam's series code, as the record gives it
 * @param startedAt when the sitting began
 * @param zone the zone where it was sat, or null for the candidate's
 * @param score the scaled score, 100 to 1000, or null where unknown
 * @param outcome the outcome, or null where only the score is known
 * @param resultPostedAt when the result became known, or null
 * @param language the language of the exam, or null
 * @param delivery where it was sat, or null
 */
public record AttemptRecord(
    String id,
    String exam,
    Instant startedAt,
    ZoneId zone,
    Integer score,
    Outcome outcome,
    Instant resultPostedAt,
    String language,
    Delivery delivery) {}
