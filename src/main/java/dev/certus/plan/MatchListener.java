package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.List;

/** Sees what the rules do. */
public interface MatchListener {

  /** The rules of a phase begin. */
  void begins(String phase);

  /**
   * A rule is about to run its consequence.
   *
   * @param facts what its patterns matched, what its accumulates made of several facts, and those
   *     facts
   * @param counted the same, with the elements of a list that an accumulate made in place of the
   *     facts from which it made it
   */
  void fires(RuleInfo rule, List<Object> facts, List<Object> counted);

  /** The rule that fired last has inserted a fact. */
  void inserts(Object fact);
}
