package dev.certus.bench;

import dev.certus.policy.Certification;
import dev.certus.policy.Exam;
import java.time.LocalDate;

/** A row of the renewal table as a fact: which certification a pass of an exam renews. */
public record RenewalRow(Exam exam, Certification certification, LocalDate from) {}
