/**
 * Whether the output of an earlier run still follows from its inputs, by its manifest. Start at
 * {@link dev.certus.verify.Verification}.
 */
package dev.certus.verify;
