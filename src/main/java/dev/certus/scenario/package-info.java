/**
 * Rule tests that policy people write: a record, an instant, and what must and must not be decided.
 * Start at {@link dev.certus.scenario.Scenario}.
 */
package dev.certus.scenario;
