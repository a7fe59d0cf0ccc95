package dev.certus.record;

import java.time.Instant;
import java.time.ZoneId;

/**
 * One appointment to sit an exam.
 *
 * @param id the appointment's id, unique among the candidate's appointments
 * @param exam the exam's series code, as the record gives it
 * @param startsAt when the sitting is to begin
 * @param zone the zone where it is to be sat, or null for the candidate's
 * @param status what became of it
 * @param delivery where it is to be sat, or null
 * @param language the language of the exam, or null
 * @param reschedules how often it was moved, 0 or more
 * @param exception the exception that was asked for, or null where none was
 */
public record AppointmentRecord(
    String id,
    String exam,
    Instant startsAt,
    ZoneId zone,
    AppointmentStatus status,
    Delivery delivery,
    String language,
    int reschedules,
    ExceptionRecord exception) {}
