package dev.certus.fact;

import dev.certus.pack.Exam;
import dev.certus.time.Day;

/** A fact of the record that belongs to a day. */
public sealed interface DatedFact extends RecordFact permits Attempt, Appointment, Certificate {

  /** The local day that it belongs to, in its governing zone. */
  Day day();

  /** The exam that it is about; null where it names none, or one that the catalogue lacks. */
  Exam exam();
}
