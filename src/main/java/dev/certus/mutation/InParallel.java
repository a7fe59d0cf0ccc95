package dev.certus.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many things at once. */
final class InParallel {

  private InParallel() {}

  /** What becomes of each thing, in their order. */
  static <T, R> List<R> map(List<T> things, int threads, Function<T, R> work) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> running = new ArrayList<>();
      things.forEach(thing -> running.add(workers.submit(() -> work.apply(thing))));
      List<R> results = new ArrayList<>();
      for (Future<R> result : running) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }
}
