package dev.certus.run;

import dev.certus.engine.EnginesDifferException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Runs tasks on several threads and returns their results in the order in which they were added.
 * The thread that owns the pool is one of those that work: it runs a task itself rather than wait
 * for another thread.
 */
public final class OrderedPool<T> implements AutoCloseable {

  private final int threads;
  private final ExecutorService others; // null where the owner works alone
  private final Deque<FutureTask<T>> tasks = new ArrayDeque<>();

  /**
   * A pool without tasks.
   *
   * @param threads how many threads work, 1 or more, the owner among them
   */
  public OrderedPool(int threads) {
    this.threads = threads;
    this.others = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1);
  }

  /** Adds a task. */
  public void add(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    tasks.add(task);
    if (others != null) {
      others.execute(task);
    }
  }

  /** Whether there are enough tasks to keep all threads at work. */
  public boolean isFull() {
    return tasks.size() > 3 * (threads - 1);
  }

  /** Whether all results were taken. */
  public boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** Waits for the result of the task that was added first, and removes it. */
  public T next() throws InterruptedException {
    FutureTask<T> first = tasks.remove();
    first.run(); // does nothing where another thread has taken the task
    for (FutureTask<T> later : tasks) {
      if (first.isDone()) {
        break;
      }
      later.run();
    }
    try {
      return first.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EnginesDifferException differ) {
        throw differ;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops the threads; tasks that have not started are dropped. */
  @Override
  public void close() {
    if (others != null) {
      others.shutdownNow();
    }
  }
}
