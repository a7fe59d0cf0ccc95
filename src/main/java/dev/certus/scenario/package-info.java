/**
 * Tests of rules, written by the owners of a policy: a record, an instant, and the decisions that
 * must and must not be given. Start at {@link dev.certus.scenario.Scenario}.
 */
package dev.certus.scenario;
