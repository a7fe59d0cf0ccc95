package dev.certus.batch;

import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decides a stream of records in JSON Lines. Several threads decide chunks of it at once, while the
 * calling thread reads ahead and writes the results in the order of the input; memory does not grow
 * with the number of records. Blank lines are skipped.
 */
public final class DecideRun {

  private static final int CHUNK = 256;
  private static final int CHUNK_BYTES = 1 << 20;

  private final ChunkDecider decider;
  private final int threads;
  private final Consumer<Rejection> rejections;
  private final Consumer<Tally> progress;

  /**
   * A run.
   *
   * @param reader reads the records
   * @param answer decides a record and encodes what came of it; called by several threads at once
   * @param threads how many threads decide, 1 or more
   * @param rejections is told of each record set aside, in the order of the input
   * @param progress is told now and then how far the run has come
   */
  public DecideRun(
      RecordReader reader,
      Function<CandidateRecord, byte[]> answer,
      int threads,
      Consumer<Rejection> rejections,
      Consumer<Tally> progress) {
    this.decider = new ChunkDecider(reader, answer);
    this.threads = threads;
    this.rejections = rejections;
    this.progress = progress;
  }

  /**
   * Decides all records.
   *
   * @throws IOException where the input cannot be read or the output cannot be written
   */
  public Tally run(InputStream in, OutputStream out) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return run(new LineReader(in), out, pool);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Tally run(LineReader lines, OutputStream out, ExecutorService pool)
      throws IOException, InterruptedException {
    Tally tally = Tally.NONE;
    Deque<Future<ChunkDecider.Result>> ahead = new ArrayDeque<>();
    for (List<InputLine> chunk = chunk(lines); !chunk.isEmpty(); chunk = chunk(lines)) {
      List<InputLine> next = chunk;
      ahead.add(pool.submit(() -> decider.decide(next)));
      if (ahead.size() > 2 * threads) {
        tally = write(ahead.remove(), out, tally);
      }
    }
    while (!ahead.isEmpty()) {
      tally = write(ahead.remove(), out, tally);
    }
    return tally;
  }

  private static List<InputLine> chunk(LineReader lines) throws IOException {
    List<InputLine> chunk = new ArrayList<>(CHUNK);
    long bytes = 0;
    while (chunk.size() < CHUNK && bytes < CHUNK_BYTES) {
      InputLine line = lines.next();
      if (line == null) {
        break;
      }
      chunk.add(line);
      bytes += line.length();
    }
    return chunk;
  }

  private Tally write(Future<ChunkDecider.Result> chunk, OutputStream out, Tally tally)
      throws IOException, InterruptedException {
    ChunkDecider.Result result;
    try {
      result = chunk.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    result.output().writeTo(out);
    result.rejections().forEach(rejections);
    Tally sum = tally.plus(result.decided(), result.rejections().size());
    progress.accept(sum);
    return sum;
  }
}
