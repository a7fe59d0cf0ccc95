package dev.certus.fact;

import dev.certus.pack.Exam;
import dev.certus.pack.Says;
import dev.certus.record.Delivery;
import dev.certus.record.Outcome;
import dev.certus.time.Day;
import dev.certus.time.Moment;

/**
 * An exam attempt that has begun as of the instant decided for.
 *
 * @param id the attempt's id
 * @param rank its place among the record's facts, by id
 * @param code the exam's code as the record gives it
 * @param exam the exam, or null where the catalogue lacks the code
 * @param startedAt when it began, in the governing zone
 * @param day the local day it began on
 * @param score the scaled score, or null where unknown
 * @param outcome the outcome as of the instant decided for: pending while the result is not posted;
 *     null where only the score is known
 * @param resultPostedAt when the result is or was posted, or null
 * @param language the language, or null
 * @param delivery where it was sat, or null
 */
@Says(
    value = "attempt {id}: {code} on {startedAt}[, score {score}][, outcome {outcome}]",
    name = "attempt {id}")
public record Attempt(
    String id,
    int rank,
    String code,
    Exam exam,
    Moment startedAt,
    Day day,
    Integer score,
    Outcome outcome,
    Moment resultPostedAt,
    String language,
    Delivery delivery)
    implements DatedFact {

  /** When its result became known: when it was posted, or else when the attempt began. */
  public Moment knownAt() {
    return resultPostedAt == null ? startedAt : resultPostedAt;
  }
}
