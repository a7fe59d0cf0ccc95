package dev.certus.register;

import java.util.BitSet;

/**
 * What the register last says of each candidate, in 88 bytes a candidate; and which of them a run
 * has seen. Filled by one thread; then any thread may look up, and one may mark.
 */
final class Standing {

  private static final int NONE = -1;

  private final long[] values; // WIDTH of each candidate
  private final int[] byRecord;
  private final int[] byCandidate;
  private final BitSet seen = new BitSet();
  private int filled;

  private static final int WIDTH = 8;
  private static final int CANDIDATE = 0;
  private static final int RECORD = 2;
  private static final int CONTENT = 4;
  private static final int DUE = 6;
  private static final int RECORD_ENTRY = 7;

  /** Room for so many candidates. */
  Standing(int size) {
    this.values = new long[Math.multiplyExact(size, WIDTH)];
    int slots = Math.max(16, Integer.highestOneBit(Math.max(1, size)) * 4);
    this.byRecord = new int[slots];
    this.byCandidate = new int[slots];
  }

  /**
   * Adds a candidate.
   *
   * @param due from which second on its record is to be decided again even if it is the same
   * @param recordEntry the entry that holds its record
   */
  void add(Key candidate, Key record, Key content, long due, long recordEntry) {
    int at = filled * WIDTH;
    put(at + CANDIDATE, candidate);
    put(at + RECORD, record);
    put(at + CONTENT, content);
    values[at + DUE] = due;
    values[at + RECORD_ENTRY] = recordEntry;
    filled++;
    put(byCandidate, candidate);
    put(byRecord, record);
  }

  private void put(int at, Key key) {
    values[at] = key.high();
    values[at + 1] = key.low();
  }

  private void put(int[] index, Key key) {
    int at = (int) key.low() & (index.length - 1);
    while (index[at] != 0) {
      at = (at + 1) & (index.length - 1);
    }
    index[at] = filled;
  }

  /** The candidate with a record, or a negative number where no candidate has it. */
  int ofRecord(Key record) {
    return find(byRecord, RECORD, record);
  }

  /** A candidate, or a negative number where the register has none or it is gone. */
  int of(Key candidate) {
    return find(byCandidate, CANDIDATE, candidate);
  }

  private int find(int[] index, int part, Key key) {
    int at = (int) key.low() & (index.length - 1);
    while (index[at] != 0) {
      if (is(index[at] - 1, part, key)) {
        return index[at] - 1;
      }
      at = (at + 1) & (index.length - 1);
    }
    return NONE;
  }

  private boolean is(int candidate, int part, Key key) {
    int at = candidate * WIDTH + part;
    return values[at] == key.high() && values[at + 1] == key.low();
  }

  boolean hasRecord(int candidate, Key record) {
    return is(candidate, RECORD, record);
  }

  boolean hasContent(int candidate, Key content) {
    return is(candidate, CONTENT, content);
  }

  /** Whether its record is to be decided again, even if it is the same. */
  boolean isDue(int candidate, long second) {
    return values[candidate * WIDTH + DUE] <= second;
  }

  long recordEntry(int candidate) {
    return values[candidate * WIDTH + RECORD_ENTRY];
  }

  /** Marks a candidate as seen; whether it was not before. */
  boolean see(int candidate) {
    boolean first = !seen.get(candidate);
    seen.set(candidate);
    return first;
  }

  boolean isSeen(int candidate) {
    return seen.get(candidate);
  }

  boolean allSeen() {
    return seen.cardinality() == filled;
  }
}
