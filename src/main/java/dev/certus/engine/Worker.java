package dev.certus.engine;

import dev.certus.decision.Decision;
import java.util.List;

/** Runs the rules on the facts of one candidate after another. Used by one thread at a time. */
interface Worker extends AutoCloseable {

  /**
   * The decisions that follow from the facts of one candidate, in whatever order they come.
   *
   * @throws DecisionException where there are none; the worker is of no more use then
   */
  List<Decision> decide(List<Object> facts);

  @Override
  void close();
}
