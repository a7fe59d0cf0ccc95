package dev.certus.run;

/**
 * A place in a source, between two records.
 *
 * @param records how many records come before it
 * @param recordsSha256 SHA-256 over these records, each followed by a line feed, in hexadecimal
 */
public record SourceMark(long records, String recordsSha256) {}
