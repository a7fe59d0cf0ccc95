package dev.certus.register;

import java.time.Instant;

/**
 * A run that a register holds.
 *
 * @param number its number, from 1 on
 * @param asOf the instant that it decided for
 * @param policy by what it decided
 * @param input the source of records
 * @param records how many records it held
 * @param recordsSha256 SHA-256 over the first 128 bits of the SHA-256 of each, in hexadecimal
 * @param decided how many were decided
 * @param rejected how many were rejected
 * @param entries how many entries the run appended
 * @param entriesHash the hash of the register's last entry, its own or an earlier one
 * @param hash the hash of the run, which follows from that of the run before, in hexadecimal
 */
public record Run(
    long number,
    Instant asOf,
    Policy policy,
    String input,
    long records,
    String recordsSha256,
    long decided,
    long rejected,
    long entries,
    String entriesHash,
    String hash) {

  /**
   * By what a run decided. Where that is the same, and so are record and instant, the answer is.
   *
   * @param packSha256 the hash of the pack
   * @param packName the pack's name
   * @param packVersion the pack's version
   * @param program the version of the program
   * @param timeZones the version of the rules of time zones
   * @param maxFacts how many facts a candidate might have
   */
  public record Policy(
      String packSha256,
      String packName,
      String packVersion,
      String program,
      String timeZones,
      int maxFacts) {}

  Run sealed(String seal) {
    return new Run(
        number,
        asOf,
        policy,
        input,
        records,
        recordsSha256,
        decided,
        rejected,
        entries,
        entriesHash,
        seal);
  }
}
