package dev.certus.fact;

import java.time.LocalDate;

/**
 * A discount voucher.
 *
 * @param id the voucher's id
 * @param rank its place among the record's facts, by id
 * @param percent the discount, 1 to 100
 * @param expiresOn the last local date of appointments that it covers
 * @param redeemed whether it has been used
 */
public record Voucher(String id, int rank, int percent, LocalDate expiresOn, boolean redeemed)
    implements RecordFact {}
