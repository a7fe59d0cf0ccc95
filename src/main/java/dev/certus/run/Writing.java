package dev.certus.run;

import dev.certus.file.Extent;
import java.io.IOException;

/** Writes what was decided, in the order of the source, commits and keeps count. */
final class Writing implements RecordPipeline.ChunkHandler<DecidedChunk> {

  private final RecordSource source;
  private final DecisionSink sink;
  private final RejectedFile rejected;
  private final RunIdentity run;
  private final RunListener listener;
  private final Fingerprints candidates = new Fingerprints();
  private Tally tally;
  private long repeated;

  /**
   * Starts to write.
   *
   * @param before what came of the records of the run that is resumed
   */
  Writing(
      RecordSource source,
      DecisionSink sink,
      RejectedFile rejected,
      RunIdentity run,
      RunListener listener,
      Tally before) {
    this.source = source;
    this.sink = sink;
    this.rejected = rejected;
    this.run = run;
    this.listener = listener;
    this.tally = before;
  }

  @Override
  public void take(DecidedChunk chunk, SourceMark end) throws IOException {
    sink.write(chunk.output().toByteArray());
    chunk.answered().forEach(this::checkRepeated);
    for (Rejection rejection : chunk.rejections()) {
      listener.rejected(rejection);
      rejected.add(rejection);
    }
    tally = tally.plus(chunk.tally());
    listener.progressed(tally.read(), tally.rejected(), source.progress());
    if (end != null) {
      commit(end);
    }
  }

  /** Looks whether the candidate was decided before; tables have each candidate once. */
  private void checkRepeated(DecidedChunk.Answered answered) {
    if (answered.place() instanceof RecordPlace.Line && !candidates.add(answered.candidateId())) {
      repeated++;
      listener.repeated(answered.place(), answered.candidateId());
    }
  }

  /** Keeps a checkpoint, if the sink does. */
  void commit(SourceMark mark) throws IOException {
    if (sink.checkpoints().isPresent()) {
      Checkpoint reached =
          new Checkpoint(
              run.written(),
              mark.records(),
              mark.recordsSha256(),
              Extent.NONE,
              rejected.commit(),
              tally);
      sink.checkpoints().get().commit(reached);
    }
  }

  Tally tally() {
    return tally;
  }

  long repeated() {
    return repeated;
  }
}
