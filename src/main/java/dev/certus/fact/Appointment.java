package dev.certus.fact;

import dev.certus.policy.Exam;
import dev.certus.record.AppointmentStatus;
import dev.certus.record.Delivery;
import dev.certus.record.ExceptionKind;
import dev.certus.record.ExceptionStatus;
import dev.certus.time.Day;
import dev.certus.time.Moment;

/**
 * An exam appointment.
 *
 * @param id the appointment's id
 * @param rank its place among the record's facts, by id
 * @param code the exam's code as the record gives it
 * @param exam the exam, or null where the catalogue lacks the code
 * @param startsAt when the sitting is to begin, in the governing zone
 * @param day the local day of that moment
 * @param status what became of it
 * @param reschedules how often it was moved
 * @param exceptionKind the kind of exception asked for, or null
 * @param exceptionStatus how far that request has come, or null
 * @param language the language, or null
 * @param delivery where it is to be sat, or null
 */
public record Appointment(
    String id,
    int rank,
    String code,
    Exam exam,
    Moment startsAt,
    Day day,
    AppointmentStatus status,
    int reschedules,
    ExceptionKind exceptionKind,
    ExceptionStatus exceptionStatus,
    String language,
    Delivery delivery)
    implements RecordFact {}
