package dev.certus.batch;

import java.nio.ByteBuffer;

/**
 * A line of the input.
 *
 * @param number its number, from 1
 * @param offset where it begins, in bytes from the start of the input
 * @param length how many bytes it has, without its line end
 * @param bytes these bytes, or null where the line is too long to be held in memory
 * @param ended whether a line end follows; only the last line may lack one
 */
record InputLine(long number, long offset, long length, ByteBuffer bytes, boolean ended) {}
