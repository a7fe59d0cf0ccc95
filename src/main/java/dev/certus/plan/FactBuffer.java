package dev.certus.plan;

import java.util.Arrays;

/** The facts of one list, in the order in which they came. */
final class FactBuffer {

  private static final int FEW = 8;

  private Object[] facts = new Object[FEW];
  private int size;

  void add(Object fact) {
    if (size == facts.length) {
      facts = Arrays.copyOf(facts, 2 * size);
    }
    facts[size++] = fact;
  }

  int size() {
    return size;
  }

  Object get(int index) {
    return facts[index];
  }

  /** Whether a fact is the last one. */
  boolean endsWith(Object fact) {
    return size > 0 && facts[size - 1] == fact;
  }

  /** Lets go of all facts. */
  void clear() {
    Arrays.fill(facts, 0, size, null);
    size = 0;
  }
}
