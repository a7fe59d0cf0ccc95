package dev.certus.pack;

import java.time.LocalDate;

/**
 * A certification that a pass of another certification's exam renews.
 *
 * @param certification the certification that is renewed
 * @param from the first day on which a pass renews it, or null for always
 */
@Says("the table of renewals has {certification}[, from {from}]")
public record Renewal(Certification certification, LocalDate from) {}
