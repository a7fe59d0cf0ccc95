package dev.certus.run;

import dev.certus.file.Extent;
import java.util.Map;

/**
 * How far a run has come, durably.
 *
 * @param run what must be the same for another run to resume from here, by name: the hash of the
 *     pack, the instant decided for, …
 * @param records how many records of the source were read
 * @param recordsSha256 SHA-256 over these records, each followed by a line feed, in hexadecimal
 * @param output what the sink has written for them: bytes of a file, rows of a table
 * @param rejected what the file of rejected records took for them
 * @param tally what came of them
 */
public record Checkpoint(
    Map<String, String> run,
    long records,
    String recordsSha256,
    Extent output,
    Extent rejected,
    Tally tally) {

  /** This checkpoint with what the sink has written. */
  public Checkpoint withOutput(Extent written) {
    return new Checkpoint(run, records, recordsSha256, written, rejected, tally);
  }
}
