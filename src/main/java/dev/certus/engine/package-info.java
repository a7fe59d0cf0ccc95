/** A record and an instant in, decisions out. Start at {@link dev.certus.engine.DecisionEngine}. */
package dev.certus.engine;
