package dev.certus.run;

import java.nio.ByteBuffer;

/**
 * A record as it is in a source, not yet read.
 *
 * @param place its place
 * @param raw its JSON in UTF-8, or null where it is too long to be held in memory
 * @param fault why it cannot be decided, or null where the source finds nothing wrong with it
 */
public record InputRecord(RecordPlace place, ByteBuffer raw, Fault fault) {}
