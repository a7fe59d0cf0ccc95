package dev.certus.fact;

import dev.certus.pack.Exam;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import dev.certus.time.Present;

/**
 * What every fact of a record has, whatever its fields.
 *
 * @param id its id
 * @param rank its place among the record's facts
 * @param at when it happens, in its governing zone; null where it belongs to no time
 * @param day the local day of that moment, or null
 * @param knownAt when all of it is known, or null
 * @param exam the exam that it is about, or null
 * @param present the instant decided for
 */
public record Frame(
    String id, int rank, Moment at, Day day, Moment knownAt, Exam exam, Present present) {}
