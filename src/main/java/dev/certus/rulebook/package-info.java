/** From a folder to a compiled rule book. Start at {@link dev.certus.rulebook.RuleBook}. */
package dev.certus.rulebook;
