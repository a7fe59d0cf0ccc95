package dev.certus.batch;

import dev.certus.record.RecordReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides the records of a source. Several threads decide chunks of them at once, while the calling
 * thread reads ahead and writes the results in the order of the source; memory does not grow with
 * the number of records. After a fixed number of records what was written is committed, so that a
 * run that is cut off can be gone on with.
 */
public final class DecideRun {

  private static final Logger LOG = LoggerFactory.getLogger(DecideRun.class);

  private static final int CHUNK = 256;
  private static final int CHUNK_BYTES = 1 << 20;

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
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return run(new Reading(source), sink, from, run, pool);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Outcome run(
      Reading reading, Sink sink, Checkpoint from, Map<String, String> run, ExecutorService pool)
      throws IOException, InterruptedException {
    Writing writing =
        new Writing(reading.source, sink, run, from == null ? Tally.NONE : from.tally());
    if (from == null) {
      sink.write(header);
    } else {
      reading.skip(from);
      LOG.info("goes on after {} records that an earlier run decided", from.records());
    }
    Deque<Pending> ahead = new ArrayDeque<>();
    long committed = reading.records;
    for (List<InputRecord> chunk = reading.chunk(); !chunk.isEmpty(); chunk = reading.chunk()) {
      List<InputRecord> next = chunk;
      Mark mark = null;
      if (reading.records - committed >= commitEvery) {
        committed = reading.records;
        mark = reading.mark();
      }
      ahead.add(new Pending(pool.submit(() -> decider.decide(next)), mark));
      if (ahead.size() > 2 * threads) {
        writing.write(ahead.remove());
      }
    }
    while (!ahead.isEmpty()) {
      writing.write(ahead.remove());
    }
    Mark end = reading.mark();
    writing.commit(end);
    return new Outcome(writing.tally, end.recordsSha256());
  }

  /** A place in the source: how many records come before it, and their hash. */
  private record Mark(long records, String recordsSha256) {}

  /** A chunk that is being decided; what is written is committed after it if there is a mark. */
  private record Pending(Future<ChunkDecider.Result> chunk, Mark mark) {}

  /** Reads a source in chunks, and keeps count. */
  private static final class Reading {

    private final Source source;
    private final RunningHash hash = new RunningHash();
    private long records;

    Reading(Source source) {
      this.source = source;
    }

    InputRecord next() throws IOException {
      InputRecord record = source.next();
      if (record != null) {
        records++;
        hash.add(record.raw());
      }
      return record;
    }

    List<InputRecord> chunk() throws IOException {
      List<InputRecord> chunk = new ArrayList<>(CHUNK);
      long bytes = 0;
      while (chunk.size() < CHUNK && bytes < CHUNK_BYTES) {
        InputRecord record = next();
        if (record == null) {
          break;
        }
        chunk.add(record);
        ByteBuffer raw = record.raw();
        bytes += raw == null ? CHUNK_BYTES : raw.remaining();
      }
      return chunk;
    }

    Mark mark() {
      return new Mark(records, hash.soFar());
    }

    void skip(Checkpoint from) throws IOException {
      while (records < from.records() && next() != null) {
        // only counted and hashed
      }
      if (records < from.records() || !hash.soFar().equals(from.recordsSha256())) {
        throw new IOException(
            "%s is not what the earlier run read: its first %,d records have changed%n  help: delete the checkpoint, to start anew"
                .formatted(source.name(), from.records()));
      }
    }
  }

  /** Writes what was decided, in order, and keeps count. */
  private final class Writing {

    private final Source source;
    private final Sink sink;
    private final Map<String, String> run;
    private final Fingerprints candidates = new Fingerprints();
    private Tally tally;

    Writing(Source source, Sink sink, Map<String, String> run, Tally tally) {
      this.source = source;
      this.sink = sink;
      this.run = run;
      this.tally = tally;
    }

    void write(Pending pending) throws IOException, InterruptedException {
      ChunkDecider.Result result = result(pending.chunk());
      sink.write(result.output().toByteArray());
      result.answered().forEach(this::look);
      for (Rejection rejection : result.rejections()) {
        listener.rejected(rejection);
      }
      tally = tally.plus(result.tally());
      listener.progressed(tally, source.progress());
      if (pending.mark() != null) {
        commit(pending.mark());
      }
    }

    /** Looks whether the candidate was answered before; tables have each candidate once. */
    private void look(ChunkDecider.Answered answered) {
      if (answered.place() instanceof Place.Line && !candidates.add(answered.candidateId())) {
        listener.repeated(answered.place(), answered.candidateId());
      }
    }

    void commit(Mark mark) throws IOException {
      long rejected = listener.cutRejected();
      sink.commit(
          new Checkpoint(run, mark.records(), mark.recordsSha256(), sink.cut(), rejected, tally));
    }

    private static ChunkDecider.Result result(Future<ChunkDecider.Result> chunk)
        throws InterruptedException {
      try {
        return chunk.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
