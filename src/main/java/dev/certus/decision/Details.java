package dev.certus.decision;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Further values of a decision by name, in the order in which they came. Immutable. A decision has
 * few of them: looking through all is faster than to hash them.
 */
public final class Details extends AbstractMap<String, Object> {

  /** No values. */
  public static final Details NONE = new Details();

  private final Object[] pairs; // name, value, name, value, …

  private Details(Object... pairs) {
    this.pairs = pairs;
  }

  /** The entries of a map, in its order. */
  static Details copyOf(Map<String, Object> map) {
    if (map instanceof Details details) {
      return details;
    }
    Details details = NONE;
    for (Map.Entry<String, Object> entry : map.entrySet()) {
      details = details.with(entry.getKey(), entry.getValue());
    }
    return details;
  }

  /** The same with one value more, or with another value where the name is there already. */
  public Details with(String name, Object value) {
    int at = 0;
    while (at < pairs.length && !pairs[at].equals(name)) {
      at += 2;
    }
    Object[] changed = Arrays.copyOf(pairs, Math.max(pairs.length, at + 2));
    changed[at] = name;
    changed[at + 1] = value;
    return new Details(changed);
  }

  @Override
  public Object get(Object name) {
    for (int at = 0; at < pairs.length; at += 2) {
      if (pairs[at].equals(name)) {
        return pairs[at + 1];
      }
    }
    return null;
  }

  @Override
  public int size() {
    return pairs.length / 2;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, Object>> {

    @Override
    public int size() {
      return Details.this.size();
    }

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
      return new Iterator<>() {
        private int at;

        @Override
        public boolean hasNext() {
          return at < pairs.length;
        }

        @Override
        public Map.Entry<String, Object> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          at += 2;
          return new SimpleImmutableEntry<>((String) pairs[at - 2], pairs[at - 1]);
        }
      };
    }
  }
}
