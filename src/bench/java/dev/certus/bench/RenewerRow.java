package dev.certus.bench;

import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Renewer;
import java.time.LocalDate;

/** A row of the renewal table as a fact: an exam whose pass renews a certification. */
public record RenewerRow(Certification renewed, Exam exam, LocalDate from) {

  /** The first day on which the exam can be taken to renew. */
  public LocalDate opensOn() {
    return new Renewer(exam, from).opensOn();
  }
}
