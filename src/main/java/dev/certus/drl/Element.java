package dev.certus.drl;

import java.util.List;

/**
 * One of the things that a rule asks for, as they follow one another.
 *
 * @param kind what it is
 * @param whole all of it, from a word such as {@code not} on
 * @param patterns its patterns, from left to right
 * @param results the functions of an accumulate and the conditions on what is gathered
 */
public record Element(
    Kind kind, Span whole, List<PatternSource> patterns, List<ConditionSource> results) {

  /** The kinds of elements. */
  public enum Kind {
    /** A single pattern. */
    PATTERN,
    /** {@code not} with a single pattern. */
    NOT,
    /** {@code exists} with a single pattern. */
    EXISTS,
    /** An {@code accumulate}, or a pattern from an accumulate or a collect. */
    GATHERING,
    /** Several patterns joined, or a {@code forall}. */
    OTHER
  }

  /** Its pattern where it is a pattern, a {@code not} or an {@code exists} of one; else null. */
  public PatternSource pattern() {
    boolean single = kind == Kind.PATTERN || kind == Kind.NOT || kind == Kind.EXISTS;
    return single ? patterns.get(0) : null;
  }
}
