/**
 * What a pack must pass before its rules run: known names, a sound order of phases, terms used by
 * their units, and nothing that reaches out of the sandbox. Start at {@link dev.certus.gate.Gate}.
 */
package dev.certus.gate;
