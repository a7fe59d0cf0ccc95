package dev.certus.register;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An entry of a register: what a run says of a candidate that no entry before said. It holds until
 * the candidate's next entry.
 *
 * @param number its number, from 1 on
 * @param run the number of its run
 * @param candidateId the candidate
 * @param cause why it was appended
 * @param state what it says
 * @param recordEntry the entry that holds the record; null where there is none
 * @param recordSha256 SHA-256 of the record, in hexadecimal; null where there is none
 * @param record the record, in the entry that first has it; else null
 * @param nextChangeAt the instant at which the decisions change next, if no new fact comes; null
 *     where there is none
 * @param answer the line of decisions as {@code certus decide} writes it, or why the record was
 *     rejected, in JSON; null where the candidate is gone
 * @param content what is compared with later runs: the beginning of the hash of the decisions but
 *     for their reasons and for moments that only follow the as-of instant
 * @param hash its hash, which follows from that of the entry before, in hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
    long number,
    long run,
    String candidateId,
    EntryCause cause,
    EntryState state,
    Long recordEntry,
    String recordSha256,
    String record,
    String nextChangeAt,
    String answer,
    String content,
    String hash) {}
