package dev.certus.spark;

import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.rulebook.ShippedRuleBook;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One engine a pack and choice in each JVM, which all tasks there share; it lives as long as the
 * JVM.
 */
final class Engines {

  private static final ConcurrentMap<Key, Engine> BUILT = new ConcurrentHashMap<>();

  private record Key(String pack, EngineChoice choice) {}

  private Engines() {}

  /** The engine of a pack, built when it is first asked for. */
  static Engine of(ShippedRuleBook book, EngineChoice choice) {
    return BUILT.computeIfAbsent(new Key(book.hash(), choice), key -> build(book, choice));
  }

  /** How many packs this JVM has built an engine for. */
  static int built() {
    return BUILT.size();
  }

  /**
   * Drools looks for its services by the thread's class loader, once for all: it must be the one
   * that has them, whatever loader an executor's threads bring.
   */
  private static Engine build(ShippedRuleBook book, EngineChoice choice) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Engine.class.getClassLoader());
    try {
      return choice.open(book.open(), Limits.DEFAULT);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
