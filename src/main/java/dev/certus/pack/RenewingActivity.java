package dev.certus.pack;

import java.time.LocalDate;

/**
 * An activity that renews a certification.
 *
 * @param activity the activity
 * @param from the first day on which it renews, or null for always
 * @param until the first day on which it no longer does, or null for ever
 */
@Says("{activity} renews it[, from {from}][, until {until}]")
public record RenewingActivity(Activity activity, LocalDate from, LocalDate until) {}
