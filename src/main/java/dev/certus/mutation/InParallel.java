package dev.certus.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Works on many things at once. */
final class InParallel {

  private InParallel() {}

  /**
   * Does the work on each thing.
   *
   * @param results takes the results in the order of the things, each as soon as it and those
   *     before it are there, by the calling thread
   */
  static <T, R> void each(
      List<T> things, int threads, Function<T, R> work, BiConsumer<T, R> results) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> running = new ArrayList<>();
      things.forEach(thing -> running.add(workers.submit(() -> work.apply(thing))));
      for (int i = 0; i < things.size(); i++) {
        results.accept(things.get(i), running.get(i).get());
      }
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
