package dev.certus.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Takes items from an iterator a chunk at a time and hands out what becomes of them, in order. */
final class Chunks<T> implements Iterator<T> {

  private static final int SIZE = 64;

  private final Iterator<T> items;
  private final UnaryOperator<List<T>> work;
  private Iterator<T> results = Collections.emptyIterator();

  /**
   * Results of chunks.
   *
   * @param work makes one result of each item of a chunk, in their order
   */
  Chunks(Iterator<T> items, UnaryOperator<List<T>> work) {
    this.items = items;
    this.work = work;
  }

  @Override
  public boolean hasNext() {
    return results.hasNext() || items.hasNext();
  }

  @Override
  public T next() {
    if (!results.hasNext()) {
      List<T> chunk = new ArrayList<>(SIZE);
      do {
        chunk.add(items.next());
      } while (chunk.size() < SIZE && items.hasNext());
      results = work.apply(chunk).iterator();
    }
    return results.next();
  }
}
