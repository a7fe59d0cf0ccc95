/**
 * Compares two packs on one population, and finds which edit causes each change. Start at {@link
 * dev.certus.impact.Comparison}.
 */
package dev.certus.impact;
