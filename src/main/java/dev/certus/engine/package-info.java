/** A record and an instant in, decisions out. Start at {@link dev.certus.engine.Engine}. */
package dev.certus.engine;
