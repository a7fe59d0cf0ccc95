/**
 * What a change of a pack does, to whom, and which of its edits does it. Start at {@link
 * dev.certus.impact.Comparison}.
 */
package dev.certus.impact;
