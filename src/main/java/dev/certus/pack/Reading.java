package dev.certus.pack;

import java.time.LocalDate;

/**
 * An interpretation that a pack takes where the policy leaves a question open.
 *
 * @param id the id that decisions name it by
 * @param question what the words leave open
 * @param choice how the pack reads them
 * @param source what speaks for that choice
 * @param status how firm it is
 * @param from the first day on which it is taken, or null for always
 * @param until the first day on which it is no longer, or null
 */
public record Reading(
    String id,
    String question,
    String choice,
    String source,
    Status status,
    LocalDate from,
    LocalDate until) {

  /** How firm a reading is. */
  public enum Status {
    /** The body's own words or practice confirm it. */
    CONFIRMED,
    /** The pack assumes it; the body has not said so. */
    ASSUMED,
    /** It is not settled: decisions that need it are referred to a person. */
    OPEN
  }
}
