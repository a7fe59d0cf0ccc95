package dev.certus.record;

import java.time.LocalDate;

/**
 * A discount voucher in the candidate's account.
 *
 * @param id the voucher's id, unique among the candidate's vouchers
 * @param percent the discount, 1 to 100
 * @param expiresOn the last local date of appointments that it covers
 * @param redeemed whether it has been used
 */
public record VoucherRecord(String id, int percent, LocalDate expiresOn, boolean redeemed) {}
