package dev.certus.serve;

import dev.certus.run.RunListener;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Work that goes on behind requests. Thread-safe. */
final class Job implements RunListener {

  /** How it is with a job. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    boolean isEnd() {
      return compareTo(DONE) >= 0;
    }

    String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The work of a job. */
  interface Work {

    /**
     * Does it.
     *
     * @param job takes how far it is
     * @return what was found, by media type
     */
    Map<String, byte[]> run(Job job) throws Exception;
  }

  /**
   * How far a job was.
   *
   * @param number how often it had changed
   * @param json the job as JSON
   * @param isLast whether it has ended
   */
  record Seen(long number, String json, boolean isLast) {}

  private final String id;
  private final Work work;
  private State state = State.WAITING;
  private long changes;
  private long read;
  private long rejected;
  private double share;
  private String failure;
  private Map<String, byte[]> reports = Map.of();

  Job(String id, Work work) {
    this.id = id;
    this.work = work;
  }

  String id() {
    return id;
  }

  /** Does the work, unless it was cancelled before. */
  void run() {
    if (!become(State.RUNNING, Map.of(), null)) {
      return;
    }
    try {
      become(State.DONE, work.run(this), null);
    } catch (CancellationException e) {
      // It is cancelled.
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      become(State.FAILED, Map.of(), String.valueOf(e.getMessage()));
    }
  }

  private synchronized boolean become(State next, Map<String, byte[]> found, String why) {
    if (state.isEnd()) {
      return false;
    }
    state = next;
    reports = found;
    failure = why;
    changed();
    return true;
  }

  void cancel() {
    become(State.CANCELLED, Map.of(), null);
  }

  @Override
  public synchronized void progressed(long nowRead, long nowRejected, double nowShare) {
    if (state.isEnd()) {
      throw new CancellationException();
    }
    read = nowRead;
    rejected = nowRejected;
    share = nowShare;
    changed();
  }

  private void changed() {
    changes++;
    notifyAll();
  }

  synchronized State state() {
    return state;
  }

  /** What was found, by media type; nothing unless it is done. */
  synchronized Map<String, byte[]> reports() {
    return reports;
  }

  /** Waits until the job has changed since it was seen last, and says how far it is. */
  synchronized Seen after(Seen last) throws InterruptedException {
    while (last != null && last.number() == changes) {
      wait();
    }
    return new Seen(changes, json(), state.isEnd());
  }

  /** The job as JSON. */
  synchronized String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("job", id);
    json.put("state", state.written());
    json.put("read", read);
    json.put("rejected", rejected);
    if (share > 0) {
      json.put("share", share);
    }
    if (failure != null) {
      json.put("failure", failure);
    }
    return json.toString();
  }
}
