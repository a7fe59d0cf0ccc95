/** What comes out. Start at {@link dev.certus.decision.Decisions}. */
package dev.certus.decision;
