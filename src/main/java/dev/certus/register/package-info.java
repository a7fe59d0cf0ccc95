/**
 * A register of decisions: what was decided of each candidate in each run, under which pack,
 * chained by hashes. Start at {@link dev.certus.register.Register}.
 */
package dev.certus.register;
