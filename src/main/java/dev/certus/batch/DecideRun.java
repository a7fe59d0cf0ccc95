package dev.certus.batch;

import dev.certus.record.RecordReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides the records of a source. Several threads decide chunks of them at once, the calling
 * thread among them, which reads ahead and writes the results in the order of the source, too;
 * memory does not grow with the number of records. After a fixed number of records what was written
 * is committed, so that a run that is cut off can be gone on with.
 */
public final class DecideRun {

  private static final Logger LOG = LoggerFactory.getLogger(DecideRun.class);

  private final ChunkDecider decider;
  private final byte[] header;
  private final int threads;
  private final int commitEvery;
  private final RunListener listener;

  /**
   * A run.
   *
   * @param reader reads the records
   * @param answerer decides the records; called by several threads at once
   * @param header what comes before all answers
   * @param threads how many threads decide, 1 or more
   * @param commitEvery after how many records, at least, what was written is committed
   * @param listener is told how the run goes
   */
  public DecideRun(
      RecordReader reader,
      Answerer answerer,
      byte[] header,
      int threads,
      int commitEvery,
      RunListener listener) {
    this.decider = new ChunkDecider(reader, answerer);
    this.header = header;
    this.threads = threads;
    this.commitEvery = commitEvery;
    this.listener = listener;
  }

  /**
   * What came of a run.
   *
   * @param tally its numbers
   * @param recordsSha256 SHA-256 over the records, each followed by a line feed, in hexadecimal
   */
  public record Outcome(Tally tally, String recordsSha256) {}

  /**
   * Decides all records, or those that come after a checkpoint. The sink has everything then, and
   * is yet to be completed.
   *
   * @param from where an earlier run left off, or null
   * @param run what must be the same for another run to go on from this one's checkpoints
   * @throws IOException where the source cannot be read or is not the one that the earlier run
   *     read, or the sink cannot be written
   */
  public Outcome run(Source source, Sink sink, Checkpoint from, Map<String, String> run)
      throws IOException {
    Feed feed = new Feed(source);
    Tally before = from == null ? Tally.NONE : from.tally();
    Writing writing = new Writing(source, sink, run, listener, before);
    if (from == null) {
      sink.write(header);
    } else {
      feed.skip(from);
      LOG.info("goes on after {} records that an earlier run decided", from.records());
    }
    try (Lookahead ahead = new Lookahead(decider, threads)) {
      decide(feed, ahead, writing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    }
    Feed.Mark end = feed.mark();
    writing.commit(end);
    return new Outcome(writing.tally(), end.recordsSha256());
  }

  private void decide(Feed feed, Lookahead ahead, Writing writing)
      throws IOException, InterruptedException {
    long committed = feed.records();
    for (List<InputRecord> chunk = feed.chunk(); !chunk.isEmpty(); chunk = feed.chunk()) {
      boolean commits = feed.records() - committed >= commitEvery;
      committed = commits ? feed.records() : committed;
      ahead.add(chunk, commits ? feed.mark() : null);
      if (ahead.isFull()) {
        writing.write(ahead.next());
      }
    }
    while (!ahead.isEmpty()) {
      writing.write(ahead.next());
    }
  }
}
