package dev.certus.run;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What came of some consecutive records of a source.
 *
 * @param records how many records they are
 * @param output the decisions as they are written
 * @param answered the candidates that were decided, in order, and where their records stand
 * @param rejections the records that were not decided, in order
 * @param tally their numbers
 */
public record DecidedChunk(
    int records,
    ByteArrayOutputStream output,
    List<Answered> answered,
    List<Rejection> rejections,
    Tally tally) {

  /** A record that was decided. */
  public record Answered(RecordPlace place, String candidateId) {}
}
