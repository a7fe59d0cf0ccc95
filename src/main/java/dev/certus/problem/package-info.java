/**
 * Problems of a pack: what they are, where they are and what to do about them. Start at {@link
 * dev.certus.problem.Problem}.
 */
package dev.certus.problem;
