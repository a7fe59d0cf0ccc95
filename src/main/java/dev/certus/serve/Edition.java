package dev.certus.serve;

import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.engine.SessionEngine;
import dev.certus.explain.WhyNot;
import dev.certus.rulebook.RuleBook;

/**
 * One text of a pack in service, with the engines that decide by it. Requests hold it while they
 * use it; the engines are closed when it is retired and the last request has let it go.
 */
final class Edition implements AutoCloseable {

  private final RuleBook book;
  private final Engine engine;
  private final SessionEngine sessions;
  private final WhyNot whyNot;
  private int holders = 1; // the shelf, until it retires it

  /** Opens the engines of a rule book. */
  Edition(RuleBook book, Limits limits) {
    this.book = book;
    this.engine = EngineChoice.AUTO.open(book, limits);
    this.sessions = new SessionEngine(book, limits);
    this.whyNot = new WhyNot(book);
  }

  /** Holds it for a request; false where it is closed already. */
  synchronized boolean hold() {
    if (holders == 0) {
      return false;
    }
    holders++;
    return true;
  }

  /** Lets it go, by a request or by the shelf. */
  @Override
  public void close() {
    boolean last;
    synchronized (this) {
      holders--;
      last = holders == 0;
    }
    if (last) {
      engine.close();
      sessions.close();
    }
  }

  RuleBook book() {
    return book;
  }

  /** Decides. */
  Engine engine() {
    return engine;
  }

  /** Decides and says how. */
  SessionEngine sessions() {
    return sessions;
  }

  WhyNot whyNot() {
    return whyNot;
  }
}
