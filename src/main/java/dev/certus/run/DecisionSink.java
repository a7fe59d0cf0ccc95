package dev.certus.run;

import dev.certus.file.FileHash;
import dev.certus.output.OutputFormat;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Where encoded decisions go. What is written becomes visible to others when the sink is completed,
 * all of it at once, in place of what an earlier run left there. One run at a time has a sink open.
 * Used by one thread.
 */
public interface DecisionSink extends Closeable {

  /** The form of decisions that it takes. */
  OutputFormat format();

  /** The table that it writes; null where it writes none. */
  default String table() {
    return null;
  }

  /**
   * Where the sink keeps checkpoints; empty where a run cannot be resumed. Where there are
   * checkpoints, call {@link Checkpoints#resume} before the first {@link #write}.
   */
  Optional<Checkpoints> checkpoints();

  /** Takes the decisions of some records, encoded; first of all the header, where there is one. */
  void write(byte[] decisions) throws IOException;

  /** The hash of what will appear. Call it when all is written, before {@link #complete}. */
  FileHash hash() throws IOException;

  /** Makes what was written appear, durably, and deletes the checkpoint. */
  void complete() throws IOException;

  /**
   * Closes the sink. What was written and not completed is removed, unless the sink keeps
   * checkpoints: then a later run resumes from the last one.
   */
  @Override
  void close() throws IOException;
}
