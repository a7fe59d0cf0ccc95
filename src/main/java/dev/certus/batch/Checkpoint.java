package dev.certus.batch;

import java.util.Map;

/**
 * How far a run has come, durably.
 *
 * @param run what must be the same for another run to go on from here, by name: the pack's hash,
 *     the instant decided for, …
 * @param records how many records of the source were read
 * @param recordsSha256 SHA-256 over these records, each followed by a line feed, in hexadecimal
 * @param output how many bytes the sink took for them, as {@link Sink#cut} tells
 * @param rejected how many bytes the file of rejected records took for them
 * @param tally what came of them
 */
public record Checkpoint(
    Map<String, String> run,
    long records,
    String recordsSha256,
    long output,
    long rejected,
    Tally tally) {}
