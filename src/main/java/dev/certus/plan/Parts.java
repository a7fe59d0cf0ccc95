package dev.certus.plan;

import java.util.ArrayList;
import java.util.List;

/** Splits a list. */
final class Parts {

  private Parts() {}

  /** Parts of a size, in their order; the last one may be shorter. */
  static <T> List<List<T>> of(List<T> list, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < list.size(); from += size) {
      parts.add(list.subList(from, Math.min(list.size(), from + size)));
    }
    return parts;
  }
}
