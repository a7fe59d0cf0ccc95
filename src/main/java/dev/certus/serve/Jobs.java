package dev.certus.serve;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The jobs of the service: one runs at a time, and the last ones are kept. Thread-safe. */
final class Jobs implements AutoCloseable {

  /** How many jobs are kept, those that wait included. */
  private static final int KEPT = 50;

  private static final int ID_BYTES = 12;

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "certus-jobs");
            thread.setDaemon(true);
            return thread;
          });
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  /**
   * Starts work, or lets it wait for its turn.
   *
   * @throws HttpProblem where too many wait
   */
  synchronized Job start(Job.Work work) {
    if (jobs.size() >= KEPT) {
      String ended =
          jobs.values().stream()
              .filter(job -> job.state().isEnd())
              .map(Job::id)
              .findFirst()
              .orElseThrow(
                  () ->
                      new HttpProblem(
                          ProblemType.BUSY, "%d jobs wait, as many as may".formatted(KEPT)));
      jobs.remove(ended);
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Job job = new Job(HexFormat.of().formatHex(id), work);
    jobs.put(job.id(), job);
    worker.execute(job::run);
    return job;
  }

  /**
   * A job by its id.
   *
   * @throws HttpProblem where there is none, or none any more
   */
  synchronized Job get(String id) {
    Job job = jobs.get(id);
    if (job == null) {
      throw new HttpProblem(ProblemType.NOT_FOUND, "there is no such job, or none any more");
    }
    return job;
  }

  /** Cancels all jobs. */
  @Override
  public synchronized void close() {
    jobs.values().forEach(Job::cancel);
    worker.shutdownNow();
  }
}
