package dev.certus.plan;

import java.util.HashMap;
import java.util.Map;
import org.drools.model.functions.Function1;

/**
 * The facts of a list by a field. It is made when it is first asked for, and grows with the list.
 * Used by one thread at a time.
 */
final class FactIndex {

  private static final FactBuffer NONE = new FactBuffer();

  private final FactBuffer facts;
  private final Function1<Object, Object> reader;
  private final Map<Object, FactBuffer> byField = new HashMap<>();
  private int read;
  private boolean isUsable = true;

  FactIndex(FactBuffer facts, Function1<Object, Object> reader) {
    this.facts = facts;
    this.reader = reader;
  }

  /**
   * The facts whose field is equal to a key, and perhaps others: all of them where the field cannot
   * be read of some, or is a number, since numbers of different types can be equal.
   */
  FactBuffer facts(Object key) {
    while (isUsable && read < facts.size()) {
      add(facts.get(read++));
    }
    return isUsable && !(key instanceof Number) ? byField.getOrDefault(key, NONE) : facts;
  }

  private void add(Object fact) {
    try {
      Object field = reader.apply(fact);
      isUsable = !(field instanceof Number);
      byField.computeIfAbsent(field, key -> new FactBuffer()).add(fact);
    } catch (RuntimeException e) {
      isUsable = false;
    }
  }

  /** Lets go of all facts. */
  void clear() {
    byField.clear();
    read = 0;
    isUsable = true;
  }
}
