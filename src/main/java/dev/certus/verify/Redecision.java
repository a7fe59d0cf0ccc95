package dev.certus.verify;

import dev.certus.engine.Engine;
import dev.certus.output.DecisionWriter;
import dev.certus.record.RecordReader;
import dev.certus.run.ChunkDecider;
import dev.certus.run.DecidedChunk;
import dev.certus.run.RecordPipeline;
import dev.certus.run.RecordSource;
import dev.certus.run.SourceMark;
import dev.certus.run.Tally;
import java.io.IOException;
import java.time.Instant;

/** Decides the records of chosen candidates again; the others are only read. Used once. */
final class Redecision {

  private final Sample sample;
  private final int threads;
  private final Verification.Watcher watcher;
  private Tally tally = Tally.NONE;
  private long read;

  Redecision(Sample sample, int threads, Verification.Watcher watcher) {
    this.sample = sample;
    this.threads = threads;
    this.watcher = watcher;
  }

  /** What came of the records that were decided again; and the rejected records. */
  Tally tally() {
    return tally;
  }

  /**
   * Reads all records, decides those that are chosen, and compares.
   *
   * @return the end of the source
   */
  SourceMark run(
      RecordSource source,
      RecordReader reader,
      Engine engine,
      Instant asOf,
      DecisionWriter writer,
      OutputComparison comparison)
      throws IOException {
    comparison.compare(writer.header());
    ChunkDecider decider =
        new ChunkDecider(
            reader, engine, asOf, writer, record -> sample.chooses(record.candidateId()));
    return new RecordPipeline<>(decider::decide, threads, Integer.MAX_VALUE)
        .run(source, (chunk, end) -> take(chunk, source, comparison));
  }

  private void take(DecidedChunk chunk, RecordSource source, OutputComparison comparison)
      throws IOException {
    comparison.compare(chunk.output().toByteArray());
    tally = tally.plus(chunk.tally());
    read += chunk.records();
    watcher.progressed(read, tally.rejected(), source.progress());
  }
}
