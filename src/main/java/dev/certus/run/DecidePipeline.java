package dev.certus.run;

import java.io.IOException;
import java.util.List;

/**
 * Reads a source, decides its records in chunks on several threads and hands the chunks over in the
 * order of the source. The calling thread reads, decides along and hands over; memory does not grow
 * with the number of records.
 */
public final class DecidePipeline {

  private final ChunkDecider decider;
  private final int threads;
  private final int markEvery;

  /** Takes chunks in the order of the source, on the calling thread. */
  public interface ChunkHandler {

    /**
     * Takes a chunk.
     *
     * @param end the place in the source where the chunk ends, if a checkpoint is due there; else
     *     null
     */
    void take(DecidedChunk chunk, SourceMark end) throws IOException;
  }

  /**
   * A pipeline.
   *
   * @param decider decides the chunks
   * @param threads how many threads decide, 1 or more
   * @param markEvery after how many records, at least, a chunk comes with its end
   */
  public DecidePipeline(ChunkDecider decider, int threads, int markEvery) {
    this.decider = decider;
    this.threads = threads;
    this.markEvery = markEvery;
  }

  /**
   * Decides all records of a source.
   *
   * @return the end of the source
   * @throws IOException where the source cannot be read on, or the handler throws
   */
  public SourceMark run(RecordSource source, ChunkHandler handler) throws IOException {
    return run(new Feed(source), handler);
  }

  SourceMark run(Feed feed, ChunkHandler handler) throws IOException {
    try (OrderedPool<Decided> pool = new OrderedPool<>(threads)) {
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

  private void add(OrderedPool<Decided> pool, List<InputRecord> chunk, SourceMark end) {
    pool.add(() -> new Decided(decider.decide(chunk), end));
  }

  /** A chunk and, where it is due, its end. */
  private record Decided(DecidedChunk chunk, SourceMark end) {

    void to(ChunkHandler handler) throws IOException {
      handler.take(chunk, end);
    }
  }
}
