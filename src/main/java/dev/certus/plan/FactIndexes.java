package dev.certus.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.functions.Function1;

/** Numbers the indexes of lists, each once. */
final class FactIndexes {

  private final Map<Key, Integer> numbers = new LinkedHashMap<>();

  /**
   * What is the same for the same index.
   *
   * @param list the number of the list
   * @param reader reads of a fact what it is looked up by
   */
  record Key(int list, Function1<Object, Object> reader) {}

  /** The number of an index. */
  int number(int list, Function1<Object, Object> reader) {
    return numbers.computeIfAbsent(new Key(list, reader), key -> numbers.size());
  }

  /** The indexes, by their numbers. */
  List<Key> all() {
    return List.copyOf(numbers.keySet());
  }
}
