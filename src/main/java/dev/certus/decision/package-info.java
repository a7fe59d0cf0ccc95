/**
 * The decisions about a candidate, and how two lists of them differ. Start at {@link
 * dev.certus.decision.Decisions}.
 */
package dev.certus.decision;
