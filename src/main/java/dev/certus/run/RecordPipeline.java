package dev.certus.run;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a source, works on its records in chunks on several threads and hands the results over in
 * the order of the source. The calling thread reads, works along and hands over; memory does not
 * grow with the number of records.
 *
 * @param <T> what comes of a chunk
 */
public final class RecordPipeline<T> {

  private final Function<List<InputRecord>, T> work;
  private final int threads;
  private final int markEvery;

  /** Takes results in the order of the source, on the calling thread. */
  public interface ChunkHandler<T> {

    /**
     * Takes the result of a chunk.
     *
     * @param end the place in the source where the chunk ends, if a checkpoint is due there; else
     *     null
     */
    void take(T result, SourceMark end) throws IOException;
  }

  /**
   * A pipeline.
   *
   * @param work works on the records of a chunk; thread-safe
   * @param threads how many threads work, 1 or more
   * @param markEvery after how many records, at least, a chunk comes with its end
   */
  public RecordPipeline(Function<List<InputRecord>, T> work, int threads, int markEvery) {
    this.work = work;
    this.threads = threads;
    this.markEvery = markEvery;
  }

  /**
   * Works on all records of a source.
   *
   * @return the end of the source
   * @throws IOException where the source cannot be read on, or the handler throws
   */
  public SourceMark run(RecordSource source, ChunkHandler<T> handler) throws IOException {
    return run(source, null, handler);
  }

  /**
   * Works on the records of a source that come after a mark, which an earlier run reached.
   *
   * @param from the mark, or null to begin at the beginning
   * @return the end of the source
   * @throws IOException where the records before the mark have changed, the source cannot be read
   *     on, or the handler throws
   */
  public SourceMark run(RecordSource source, SourceMark from, ChunkHandler<T> handler)
      throws IOException {
    Feed feed = new Feed(source);
    if (from != null) {
      feed.skip(from);
    }
    return run(feed, handler);
  }

  /**
   * Works on all records of a source, without a hash of them.
   *
   * @throws IOException where the source cannot be read on, or the handler throws
   */
  public void runUnmarked(RecordSource source, ChunkHandler<T> handler) throws IOException {
    run(Feed.unmarked(source), handler);
  }

  SourceMark run(Feed feed, ChunkHandler<T> handler) throws IOException {
    try (OrderedPool<Done<T>> pool = new OrderedPool<>(threads)) {
      long marked = feed.records();
      for (List<InputRecord> chunk = feed.chunk(); !chunk.isEmpty(); chunk = feed.chunk()) {
        boolean due = feed.records() - marked >= markEvery;
        marked = due ? feed.records() : marked;
        add(pool, chunk, due ? feed.mark() : null);
        if (pool.isFull()) {
          pool.next().to(handler);
        }
      }
      while (!pool.isEmpty()) {
        pool.next().to(handler);
      }
      return feed.mark();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    }
  }

  private void add(OrderedPool<Done<T>> pool, List<InputRecord> chunk, SourceMark end) {
    pool.add(() -> new Done<>(work.apply(chunk), end));
  }

  /** What came of a chunk and, where it is due, its end. */
  private record Done<T>(T result, SourceMark end) {

    void to(ChunkHandler<T> handler) throws IOException {
      handler.take(result, end);
    }
  }
}
