package dev.certus.batch;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where encoded decisions go. What is written becomes visible to others when the sink is completed,
 * all of it at once, in place of what an earlier run left there. One run at a time has a sink open.
 * Used by one thread.
 */
public interface Sink extends Closeable {

  /**
   * Where an earlier run that was cut off left off; what it wrote after that is gone. Null where
   * there was none, or where the sink keeps no checkpoints. To be called first.
   */
  Checkpoint resume() throws IOException;

  /**
   * Takes the decisions of some records, encoded; and first of all, where there is one, the header.
   */
  void write(byte[] decisions) throws IOException;

  /**
   * How many bytes were written so far, for a checkpoint to tell; what is written next stands apart
   * from what was written before, so that a later run can go on from here. 0 where the sink keeps
   * no checkpoints.
   */
  long cut() throws IOException;

  /** Makes durable what was written and, with it, how far the run has come. */
  void commit(Checkpoint checkpoint) throws IOException;

  /** What will appear, in short: to be called when all is written, before it is completed. */
  FileHash hash() throws IOException;

  /** Lets what was written appear, durably, and forgets the checkpoint. */
  void complete() throws IOException;

  /**
   * Lets go of the sink. What was written and not completed is removed, unless the sink keeps
   * checkpoints: then a later run goes on from the last one.
   */
  @Override
  void close() throws IOException;
}
