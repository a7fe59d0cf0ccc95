/**
 * Many records: read, decided on all cores, written in the order of the input; what cannot be
 * decided is set aside with its reason. Start at {@link dev.certus.batch.DecideRun}.
 */
package dev.certus.batch;
