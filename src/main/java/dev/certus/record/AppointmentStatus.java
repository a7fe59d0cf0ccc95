package dev.certus.record;

/** The status of an exam appointment. Records write it in lower case, with hyphens. */
public enum AppointmentStatus {
  BOOKED,
  COMPLETED,
  MISSED,
  CANCELLED
}
