package dev.certus.bench;

import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import java.time.LocalDate;

/** A row of the renewal table as a fact: which certification a pass of an exam renews. */
public record RenewalRow(Exam exam, Certification certification, LocalDate from) {}
