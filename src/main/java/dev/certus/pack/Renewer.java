package dev.certus.pack;

import java.time.LocalDate;

/**
 * An exam whose pass renews a certification.
 *
 * @param exam the exam
 * @param from the first day on which a pass renews, or null for always
 * @param until the first day on which it no longer does, or null for ever
 */
@Says("a pass of {exam} renews it[, from {opensOn}][, until {until}]")
public record Renewer(Exam exam, LocalDate from, LocalDate until) {

  /**
   * The first day on which the exam can be taken to renew: it is delivered, and its pass renews;
   * null for always.
   */
  public LocalDate opensOn() {
    boolean delivered = from == null || (exam.firstDay() != null && from.isBefore(exam.firstDay()));
    return delivered ? exam.firstDay() : from;
  }

  /** Whether there is a day on which the exam can be taken to renew. */
  boolean isEverOffered() {
    LocalDate opens = opensOn();
    return opens == null
        || ((exam.lastDay() == null || !exam.lastDay().isBefore(opens))
            && (until == null || opens.isBefore(until)));
  }
}
