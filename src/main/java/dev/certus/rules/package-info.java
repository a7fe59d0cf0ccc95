/** From a folder to a compiled rule book. Start at {@link dev.certus.rules.RuleBook}. */
package dev.certus.rules;
