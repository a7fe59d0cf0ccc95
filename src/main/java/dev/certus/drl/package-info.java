/**
 * The DRL of a pack as its authors wrote it: types, rules, patterns and conditions, each with its
 * place. Start at {@link dev.certus.drl.DrlTree}.
 */
package dev.certus.drl;
