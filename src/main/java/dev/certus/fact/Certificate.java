package dev.certus.fact;

import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Says;
import dev.certus.time.Day;

/**
 * A certification that the record says was earned.
 *
 * @param id the fact's id
 * @param rank its place among the record's facts, by id
 * @param code the certification's code as the record gives it
 * @param certification the certification, or null where the catalogue lacks the code
 * @param day the day it was earned on, in the governing zone
 */
@Says(value = "certification {id}: {code}, earned on {day}", name = "certification {id}")
public record Certificate(String id, int rank, String code, Certification certification, Day day)
    implements DatedFact {

  /** Null: the record does not say by which exam the certification was earned. */
  @Override
  public Exam exam() {
    return null;
  }
}
