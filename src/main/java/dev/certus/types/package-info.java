/**
 * The types of what rules name: facts, their fields, variables. Start at {@link
 * dev.certus.types.Scope}.
 */
package dev.certus.types;
