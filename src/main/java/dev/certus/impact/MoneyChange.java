package dev.certus.impact;

import java.math.BigDecimal;

/**
 * How the sum of an amount of money in decisions changes, over those that differ.
 *
 * @param code the decisions' code
 * @param detail the name of the detail that is the amount
 * @param decisions how many decisions have another amount
 * @param before the sum of their old amounts
 * @param after the sum of their new amounts
 */
public record MoneyChange(
    String code, String detail, long decisions, BigDecimal before, BigDecimal after) {}
