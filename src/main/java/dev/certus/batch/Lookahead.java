package dev.certus.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Chunks that are being decided, in the order of the source. The thread that owns it is one of
 * those that decide: it takes up a chunk itself rather than wait for another's.
 */
final class Lookahead implements AutoCloseable {

  private final ChunkDecider decider;
  private final int threads;
  private final ExecutorService others;
  private final Deque<Pending> chunks = new ArrayDeque<>();

  /**
   * Nothing yet.
   *
   * @param threads how many threads decide, the calling one among them
   */
  Lookahead(ChunkDecider decider, int threads) {
    this.decider = decider;
    this.threads = threads;
    this.others = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1);
  }

  /** A chunk in work, and the place in the source where it ends if that is to be committed. */
  private record Pending(FutureTask<ChunkDecider.Result> task, Feed.Mark mark) {}

  /** What came of a chunk, and the place in the source where it ends, or null. */
  record Decided(ChunkDecider.Result result, Feed.Mark mark) {}

  void add(List<InputRecord> chunk, Feed.Mark mark) {
    FutureTask<ChunkDecider.Result> task = new FutureTask<>(() -> decider.decide(chunk));
    chunks.add(new Pending(task, mark));
    if (others != null) {
      others.execute(task);
    }
  }

  /** Whether there are enough chunks to keep all threads at work. */
  boolean isFull() {
    return chunks.size() > 3 * (threads - 1);
  }

  boolean isEmpty() {
    return chunks.isEmpty();
  }

  /** The first chunk, decided. */
  Decided next() throws InterruptedException {
    Pending first = chunks.remove();
    first.task().run(); // does nothing if another thread has taken it up
    for (Pending later : chunks) {
      if (first.task().isDone()) {
        break;
      }
      later.task().run();
    }
    try {
      return new Decided(first.task().get(), first.mark());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    if (others != null) {
      others.shutdownNow();
    }
  }
}
