/**
 * From what the rule compiler says to problems at their places in a pack. Start at {@link
 * dev.certus.diagnose.Diagnosis}.
 */
package dev.certus.diagnose;
