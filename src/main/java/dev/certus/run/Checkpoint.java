package dev.certus.run;

import java.util.Map;

/**
 * How far a run has come, durably.
 *
 * @param run what must be the same for another run to resume from here, by name: the hash of the
 *     pack, the instant decided for, …
 * @param records how many records of the source were read
 * @param recordsSha256 SHA-256 over these records, each followed by a line feed, in hexadecimal
 * @param output how many bytes the sink has written for them; 0 where the sink needs no number
 * @param rejected how many bytes the file of rejected records took for them
 * @param tally what came of them
 */
public record Checkpoint(
    Map<String, String> run,
    long records,
    String recordsSha256,
    long output,
    long rejected,
    Tally tally) {

  /** This checkpoint with the number of bytes that the sink has written. */
  public Checkpoint withOutput(long bytes) {
    return new Checkpoint(run, records, recordsSha256, bytes, rejected, tally);
  }
}
