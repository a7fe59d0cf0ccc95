package dev.certus.bench;

import dev.certus.policy.Certification;
import dev.certus.policy.Exam;
import java.time.LocalDate;

/** A row of the renewal table as a fact: an exam whose pass renews a certification. */
public record RenewerRow(Certification renewed, Exam exam, LocalDate from) {}
