/**
 * What is wrong with a pack, where it is and what to do about it. Start at {@link
 * dev.certus.problem.Problem}.
 */
package dev.certus.problem;
