/**
 * What rules see: a record's facts, each already joined with what the catalogue says of it, and the
 * conclusions that rules draw. Start at {@link dev.certus.fact.Facts}.
 */
package dev.certus.fact;
