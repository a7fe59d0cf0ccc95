package dev.certus.pack;

import java.time.LocalDate;

/**
 * A certification that a pass of another certification's exam, or an activity, renews.
 *
 * @param certification the certification that is renewed
 * @param from the first day on which it does, or null for always
 * @param until the first day on which it no longer does, or null for ever
 */
@Says("the table of renewals has {certification}[, from {from}][, until {until}]")
public record Renewal(Certification certification, LocalDate from, LocalDate until) {}
