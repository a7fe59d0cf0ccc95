package dev.certus.spark;

import dev.certus.engine.Engine;
import dev.certus.engine.SessionEngine;
import dev.certus.rulebook.ShippedRuleBook;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One engine a pack in each JVM, which all tasks there share; it lives as long as the JVM. */
final class Engines {

  private static final ConcurrentMap<String, Engine> BUILT = new ConcurrentHashMap<>();

  private Engines() {}

  /** The engine of a pack, built when it is first asked for. */
  static Engine of(ShippedRuleBook book) {
    return BUILT.computeIfAbsent(book.hash(), hash -> build(book));
  }

  /** How many packs this JVM has built an engine for. */
  static int built() {
    return BUILT.size();
  }

  /**
   * Drools looks for its services by the thread's class loader, once for all: it must be the one
   * that has them, whatever loader an executor's threads bring.
   */
  private static Engine build(ShippedRuleBook book) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(SessionEngine.class.getClassLoader());
    try {
      return new SessionEngine(book.open());
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
