package dev.certus.record;

/** What became of an exam appointment. Written in records in lower case, with hyphens. */
public enum AppointmentStatus {
  BOOKED,
  COMPLETED,
  MISSED,
  CANCELLED
}
