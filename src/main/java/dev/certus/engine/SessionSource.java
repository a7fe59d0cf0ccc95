package dev.certus.engine;

import org.kie.api.runtime.KieSession;

/** Where one thread's sessions come from. Used by one thread at a time. */
public interface SessionSource extends AutoCloseable {

  /** A session without facts of a candidate; the caller disposes it. */
  KieSession open();

  /** Releases what the source holds. */
  @Override
  void close();
}
