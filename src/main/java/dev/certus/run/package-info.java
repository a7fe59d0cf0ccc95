/**
 * A run over many records: read, decided on all cores, written in the order of the input, with a
 * manifest, checkpoints and the rejected records. Start at {@link dev.certus.run.DecideRun}; the
 * ports are {@link dev.certus.run.RecordSource} and {@link dev.certus.run.DecisionSink}.
 */
package dev.certus.run;
