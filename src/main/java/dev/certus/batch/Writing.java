package dev.certus.batch;

import java.io.IOException;
import java.util.Map;

/** Writes what was decided, in the order of the source, and keeps count. */
final class Writing {

  private final Source source;
  private final Sink sink;
  private final Map<String, String> run;
  private final RunListener listener;
  private final Fingerprints candidates = new Fingerprints();
  private Tally tally;

  Writing(Source source, Sink sink, Map<String, String> run, RunListener listener, Tally tally) {
    this.source = source;
    this.sink = sink;
    this.run = run;
    this.listener = listener;
    this.tally = tally;
  }

  void write(Lookahead.Decided chunk) throws IOException {
    ChunkDecider.Result result = chunk.result();
    sink.write(result.output().toByteArray());
    result.answered().forEach(this::look);
    for (Rejection rejection : result.rejections()) {
      listener.rejected(rejection);
    }
    tally = tally.plus(result.tally());
    listener.progressed(tally, source.progress());
    if (chunk.mark() != null) {
      commit(chunk.mark());
    }
  }

  /** Looks whether the candidate was answered before; tables have each candidate once. */
  private void look(ChunkDecider.Answered answered) {
    if (answered.place() instanceof Place.Line && !candidates.add(answered.candidateId())) {
      listener.repeated(answered.place(), answered.candidateId());
    }
  }

  void commit(Feed.Mark mark) throws IOException {
    long rejected = listener.cutRejected();
    sink.commit(
        new Checkpoint(run, mark.records(), mark.recordsSha256(), sink.cut(), rejected, tally));
  }

  Tally tally() {
    return tally;
  }
}
