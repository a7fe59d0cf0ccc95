package dev.certus.engine;

import dev.certus.rulebook.RuleInfo;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
   * The first thousand records, each on which rules fired that did not fire together before, and
   * one of a hundred others. Of sets of rules, it remembers the first hundred thousand.
   */
  final class Sampled implements SecondOpinion {

    private static final int FIRST = 1_000;
    private static final int ONE_OF = 100;
    private static final int REMEMBERED = 100_000;

    private final AtomicLong records = new AtomicLong();
    private final Set<BitSet> seen = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isWanted(List<RuleInfo> fired) {
      BitSet rules = new BitSet();
      fired.forEach(rule -> rules.set(rule.number()));
      long number = records.incrementAndGet();
      boolean isNew = seen.size() < REMEMBERED && seen.add(rules);
      return isNew || number <= FIRST || number % ONE_OF == 0;
    }
  }
}
