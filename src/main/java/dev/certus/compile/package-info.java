/** From DRL to Java classes. Start at {@link dev.certus.compile.RuleCompiler}. */
package dev.certus.compile;
