/**
 * How decisions are written: as JSON Lines, CSV or text for a terminal. Start at {@link
 * dev.certus.output.OutputFormat}.
 */
package dev.certus.output;
