package dev.certus.run;

import java.io.IOException;

/** Keeps how far a run has come, beside what it writes. Used by one thread. */
public interface Checkpoints {

  /**
   * The checkpoint of an earlier run that was cut off; what it wrote after that is discarded. Null
   * where there is none: then the run starts over.
   */
  Checkpoint resume() throws IOException;

  /**
   * Makes durable what was written so far and, with it, how far the run has come.
   *
   * @param reached how far; the sink adds how much it has written, see {@link Checkpoint#output}
   */
  void commit(Checkpoint reached) throws IOException;
}
