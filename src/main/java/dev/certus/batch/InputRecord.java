package dev.certus.batch;

import dev.certus.record.RecordProblem;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A record as it stands in a source, not yet read.
 *
 * @param place where it stands
 * @param raw its JSON in UTF-8, or null where it is too long to be held in memory
 * @param fault why it cannot be decided, or null where the source finds nothing wrong with it
 */
public record InputRecord(Place place, ByteBuffer raw, Fault fault) {

  /**
   * What a source finds wrong with a record.
   *
   * @param reason what kind of fault it is
   * @param problems what is wrong, at least one
   */
  public record Fault(RejectReason reason, List<RecordProblem> problems) {}
}
