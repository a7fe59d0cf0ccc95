package dev.certus.engine;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLongArray;

/** The pairs of numbers that have been together in a set. Thread-safe. */
final class Pairs {

  private final int words; // of a row
  private final AtomicLongArray rows; // of each number, the bits of those it has been with

  /** Pairs of numbers below a bound. */
  Pairs(int numbers) {
    this.words = (numbers + Long.SIZE - 1) / Long.SIZE;
    this.rows = new AtomicLongArray(numbers * words);
  }

  /**
   * Adds all pairs of a set, each number with itself included.
   *
   * @return whether one of them is new
   */
  boolean add(BitSet set) {
    long[] bits = set.toLongArray();
    boolean isNew = false;
    for (int number = set.nextSetBit(0); number >= 0; number = set.nextSetBit(number + 1)) {
      for (int word = 0; word < bits.length; word++) {
        int at = number * words + word;
        if ((bits[word] & ~rows.get(at)) != 0) {
          long added = bits[word];
          rows.accumulateAndGet(at, added, (before, more) -> before | more);
          isNew = true;
        }
      }
    }
    return isNew;
  }
}
