package dev.certus.verify;

import dev.certus.batch.DecideRun;
import dev.certus.batch.Place;
import dev.certus.batch.Rejection;
import dev.certus.batch.RunListener;
import dev.certus.batch.Sink;
import dev.certus.batch.Source;
import dev.certus.batch.Tally;
import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.engine.DecisionEngine;
import dev.certus.output.DecisionWriter;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Decides records of chosen candidates once more; of the others it only reads them. Used once. */
final class Redecision implements RunListener {

  private final Sample sample;
  private final int threads;
  private final Verification.Watcher watcher;
  private final AtomicLong decided = new AtomicLong();

  Redecision(Sample sample, int threads, Verification.Watcher watcher) {
    this.sample = sample;
    this.threads = threads;
    this.watcher = watcher;
  }

  /** How many records were decided. */
  long decided() {
    return decided.get();
  }

  /**
   * Reads all records and decides those that are chosen.
   *
   * @param engine decides them
   */
  DecideRun.Outcome run(
      Source source, DecisionEngine engine, Instant asOf, DecisionWriter writer, Sink sink)
      throws IOException {
    return new DecideRun(
            new RecordReader(field -> {}),
            (record, out) -> answer(engine, asOf, writer, record, out),
            writer.header(),
            threads,
            Integer.MAX_VALUE,
            this)
        .run(source, sink, null, Map.of());
  }

  private List<String> answer(
      DecisionEngine engine,
      Instant asOf,
      DecisionWriter writer,
      CandidateRecord record,
      ByteArrayOutputStream out) {
    if (!sample.chooses(record.candidateId())) {
      return List.of();
    }
    Decisions decisions = engine.decide(record, asOf);
    writer.encode(decisions, out);
    decided.incrementAndGet();
    return decisions.decisions().stream().map(Decision::code).toList();
  }

  @Override
  public void rejected(Rejection rejection) {}

  @Override
  public void repeated(Place place, String candidateId) {}

  @Override
  public void progressed(Tally tally, double share) {
    watcher.progressed(tally, share);
  }

  @Override
  public long cutRejected() {
    return 0;
  }
}
