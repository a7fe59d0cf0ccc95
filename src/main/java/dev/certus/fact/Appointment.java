package dev.certus.fact;

import dev.certus.pack.Exam;
import dev.certus.pack.Says;
import dev.certus.record.AppointmentStatus;
import dev.certus.record.Delivery;
import dev.certus.record.ExceptionRecord;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import dev.certus.time.Present;

/**
 * An exam appointment.
 *
 * @param id the appointment's id
 * @param rank its place among the record's facts, by id
 * @param code the exam's code as the record gives it
 * @param exam the exam, or null where the catalogue lacks the code
 * @param startsAt when the sitting is to begin, in the governing zone
 * @param day the local day of that moment
 * @param present the instant decided for
 * @param status what became of it
 * @param reschedules how often it was moved
 * @param exception the exception that was asked for, or null
 * @param language the language, or null
 * @param delivery where it is to be sat, or null
 */
@Says(
    value =
        "appointment {id}: {code} on {startsAt}, {status}[, rescheduled {reschedules} times]"
            + "[, {exception.kind} exception {exception.status}]",
    name = "appointment {id}")
public record Appointment(
    String id,
    int rank,
    String code,
    Exam exam,
    Moment startsAt,
    Day day,
    Present present,
    AppointmentStatus status,
    int reschedules,
    ExceptionRecord exception,
    String language,
    Delivery delivery)
    implements DatedFact {

  /** Whether it starts at or after the instant decided for. */
  public boolean upcoming() {
    return !present.isPast(startsAt.instant());
  }

  /** Whether it starts at or before the instant decided for. */
  public boolean begun() {
    return present.hasReached(startsAt.instant());
  }
}
