package dev.certus.plan;

import java.util.List;

/**
 * The facts of a type that pass checks which need no other fact. Rules that ask for the same share
 * one.
 *
 * @param number its number
 * @param type the facts' type
 * @param parts its checks, in their order
 */
record FactList(int number, Class<?> type, List<Part> parts) {

  /**
   * A check of a list.
   *
   * @param key the same for all checks that are the same
   * @param check on the globals and the fact, in this order
   * @param equality what it compares with a fixed text, if that is all that it does; else null
   */
  record Part(Object key, Check check, Equality equality) {}
}
