/**
 * The record of a candidate, and how it is read. Start at {@link
 * dev.certus.record.CandidateRecord}.
 */
package dev.certus.record;
