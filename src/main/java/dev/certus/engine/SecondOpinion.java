package dev.certus.engine;

import dev.certus.rulebook.RuleInfo;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Chooses the records that a session decides as well. Thread-safe. */
interface SecondOpinion {

  /** No record. */
  SecondOpinion NEVER = fired -> false;

  /** Every record. */
  SecondOpinion ALWAYS = fired -> true;

  /**
   * Whether a session is to decide a record as well.
   *
   * @param fired the rules that fired on it
   */
  boolean isWanted(List<RuleInfo> fired);

  /**
   * The first thousand records, each on which two rules fired that had not fired together before,
   * and one of a thousand others. Sets of rules would be as many as records, since a candidate's
   * exams have nothing to do with each other; pairs are few, and each fault needs but one or two
   * rules.
   */
  final class Sampled implements SecondOpinion {

    private static final int FIRST = 1_000;
    private static final int ONE_OF = 1_000;

    private final AtomicLong records = new AtomicLong();
    private final Pairs pairs;

    /** A sample of records on which some of so many rules fire. */
    Sampled(int rules) {
      this.pairs = new Pairs(rules);
    }

    @Override
    public boolean isWanted(List<RuleInfo> fired) {
      BitSet rules = new BitSet();
      fired.forEach(rule -> rules.set(rule.number()));
      long number = records.incrementAndGet();
      return pairs.add(rules) || number <= FIRST || number % ONE_OF == 0;
    }
  }
}
