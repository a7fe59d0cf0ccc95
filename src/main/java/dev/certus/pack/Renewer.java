package dev.certus.pack;

import java.time.LocalDate;

/**
 * An exam whose pass renews a certification.
 *
 * @param exam the exam
 * @param from the first day on which a pass renews, or null for always
 */
@Says("a pass of {exam} renews it, from {opensOn}")
public record Renewer(Exam exam, LocalDate from) {

  /**
   * The first day on which the exam can be taken to renew: it is delivered, and its pass renews.
   */
  public LocalDate opensOn() {
    return from == null || from.isBefore(exam.firstDay()) ? exam.firstDay() : from;
  }

  /** Whether there is a day on which the exam can be taken to renew. */
  boolean isEverOffered() {
    return exam.lastDay() == null || !exam.lastDay().isBefore(opensOn());
  }
}
