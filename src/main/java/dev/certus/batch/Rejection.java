package dev.certus.batch;

import dev.certus.record.RecordProblem;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A record that got no decisions, and why.
 *
 * @param line the line of the input, from 1
 * @param offset where that line begins, in bytes
 * @param length how many bytes it has
 * @param candidateId the candidate's id, or null where it could not be read
 * @param rule the rule that failed, or null where the record itself is at fault
 * @param problems what is wrong, at least one
 * @param raw the line as it was, or null where it was too long to keep
 */
public record Rejection(
    long line,
    long offset,
    long length,
    String candidateId,
    String rule,
    List<RecordProblem> problems,
    ByteBuffer raw) {}
